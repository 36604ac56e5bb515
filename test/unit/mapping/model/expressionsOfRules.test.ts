import { describe, expect, it } from 'vitest';
import { printExpression } from '../../../../src/core/expression/print';
import { loadMapping } from '../../../../src/core/mapping/loadMapping';
import { allColumnUses } from '../../../../src/core/mapping/model/columns';
import { columnsByFold } from '../../../../src/core/mapping/model/columnNames';
import { filterNames } from '../../../../src/core/mapping/model/filterNames';
import { pathKeys } from '../../../../src/core/mapping/model/pathKey';
import { resultsOf } from '../../../../src/core/mapping/model/resultsOf';
import { statementsByText } from '../../../../src/core/mapping/model/statementsByText';
import { parsePath } from '../../../../src/core/mapping/syntax/parsePath';
import { span } from '../../../../src/core/text/span';

describe('the results of an expression', () => {
  it.each([
    ['[A]', ['[A]']],
    ['"x"', ['"x"']],
    ['ToLower([A])', ['ToLower([A])']],
    ['Switch([S], "d", "k", "v", "l", [W])', ['"d"', '"v"', '[W]']],
    ['Switch([S], , "k", "v")', ['"v"']],
    ['IIF([A] = "b", "yes", Coalesce([B], "no"))', ['"yes"', '[B]', '"no"']],
    ['IgnoreFlowIfNullOrEmpty(Switch([S], , "k", "v"))', ['"v"']],
    ['Join("-", Switch([S], , "k", "v"))', ['Join("-", Switch([S], , "k", "v"))']],
  ])('%s', (text, expected) => {
    const { model } = loadMapping(`title = ${text}`);
    expect(model.rules.flatMap(({ expression }) => [...resultsOf(expression)].map(printExpression))).toEqual(expected);
  });
});

describe('the columns that a mapping reads', () => {
  it('are those of conditions, then of rules, then of the key, each place once', () => {
    const text = 'title = Join("-", [B], [A], [B])\nwhere [C] = "x"\nsource csv { key = [D] }\nnick = [E]\nname = []';
    const { parsed, model } = loadMapping(text);
    expect(allColumnUses(parsed.tree, model).map(({ column }) => column)).toEqual(['C', 'B', 'A', 'B', 'D']);
    for (const { column, span: where } of allColumnUses(parsed.tree, model))
      expect(text.slice(where.start, where.end)).toBe(`[${column}]`);
  });

  it('are mistaken for each other by case, blanks and marks', () => {
    const groups = columnsByFold(['Job Title', 'job_title', 'JobTitle2', 'Job-Title']);
    expect([...groups.values()]).toEqual([['Job Title', 'job_title', 'Job-Title'], ['JobTitle2']]);
  });
});

describe('the keys of a path', () => {
  const keysOf = (text: string) => {
    const { rules } = loadMapping(text).model;
    return rules.map(({ path }) => pathKeys(path));
  };

  it.each([
    ['case', 'schema urn:x:y { a = [A] }\nschema URN:X:Y { A = [B] }'],
    ['the order of a filter', 'emails[type eq "work" and primary eq true].value = [A]\nemails[primary eq true and type eq "work"].value = [B]'],
    ['a term twice', 'emails[type eq "work"].value = [A]\nemails[type eq "work" and type eq "work"].value = [B]'],
    ['a group', 'name { givenName = [A] }\nname.givenName = [B]'],
  ])('do not change with %s', (_, text) => {
    const [first, second] = keysOf(text);
    expect(first).toBeDefined();
    expect(second).toEqual(first);
  }); // prettier-ignore

  it('tell members of an element, elements of a list and lists apart', () => {
    const text = 'emails[type eq "work"].value = [A]\nemails[type eq "work"].display = [B]\nemails[type eq "home"].value = [C]';
    const [value, display, home] = keysOf(text);
    expect(display?.place).not.toBe(value?.place);
    expect(display?.element).toBe(value?.element);
    expect(home?.element).not.toBe(value?.element);
    expect(home?.attribute).toBe(value?.attribute);
  }); // prettier-ignore

  it('tell a number of a filter from the same text', () => {
    const [number, text] = keysOf('schema urn:x:y {\n l[k eq 1].v = [A]\n l[k eq "1"].v = [B]\n}');
    expect(number?.element).not.toBe(text?.element);
  });
});

describe('the names in a filter', () => {
  it.each([
    ['title', []],
    ['emails[type eq "work"].value', ['7 type']],
    ['emails[ type  eq "a eq b" and primary EQ true ]', ['8 type', '30 primary']],
    ['x[a eq "say \\"b eq c\\""]', ['2 a']],
  ])('of %s', (text, expected) => {
    const { path } = parsePath(text, span(0, text.length));
    expect(filterNames(path).map(({ text: name, span: { start } }) => `${start} ${name}`)).toEqual(expected);
  });
});

describe('statements by their text', () => {
  it('are found at all of their places', () => {
    const text = 'where [A] = "b"\nname { x = [X] }\nx = [X]\nsource csv { }\n';
    const places = [...statementsByText(loadMapping(text).parsed)];
    expect(places.map(([own, spans]) => `${own} @ ${spans.map(({ start }) => start).join(' ')}`)).toEqual([
      'x = [X] @ 23 33',
      'where [A] = "b" @ 0',
      'source csv { } @ 41',
    ]);
  });
});
