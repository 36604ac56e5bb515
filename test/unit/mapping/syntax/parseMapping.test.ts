import { describe, expect, it } from 'vitest';
import { parseMapping } from '../../../../src/core/mapping/syntax/parseMapping';
import { mappingSample } from '../../../support/mappingEdits';
import { outlineOf } from '../../../support/mappingOutline';
import { problemLines } from '../../../support/problemLines';

const OPEN = 'Missing "}": the block that begins here is not closed.';

describe('the tree of a mapping', () => {
  it.each([
    ['nothing', '', []],
    ['blanks and comments', '\uFEFF # a\r\n\n\t# b', []],
    ['a rule', 'title = [Job Title]', ['title = [Job Title]']],
    ['a rule without blanks', 'title=[T]@empty(null)', ['title = [T] @empty(null)']],
    ['decorators', 'title = [T]  @empty(null) @type(DateTime) @x', ['title = [T] @empty(null) @type(DateTime) @x()']],
    ['a rule over several lines', 'title = Join("-",\n  [A], # why\n\n  [B]\n)', ['title = Join("-", [A], [B])']],
    ['lines ended in three ways', 'a = [A]\rb = [B]\r\nc = [C]\n', ['a = [A]', 'b = [B]', 'c = [C]']],
    ['conditions', 'where [A] <> "b"\nwhere IsPresent([B])', ['where [A] <> "b"', 'where IsPresent([B])']],
    ['an attribute called like a keyword', 'where = [W]\nschema = [S]\nsource = [T]', ['where = [W]', 'schema = [S]', 'source = [T]']],
    ['a group', 'name {\n  givenName = [G]\n  familyName = [F]\n}', ['group name', '  givenName = [G]', '  familyName = [F]']],
    ['a group on one line', 'name { givenName = [G] }', ['group name', '  givenName = [G]']],
    ['groups in groups', 'a { b { c = [C] } }', ['group a', '  group b', '    c = [C]']],
    ['an empty group', 'name { }', ['group name']],
    ['a filter with blanks, brackets in quotes and a brace', 'emails[type eq "a]{ b"].value = [M]', ['emails[type eq "a]{ b"].value = [M]']],
    ['a schema block', 'schema urn:a:b {\n  x = [X]\n  m { v = [V] }\n}', ['schema urn:a:b', '  x = [X]', '  group m', '    v = [V]']],
    ['a source block', 'source csv {\n  files = "a.csv", "b.csv"\n  header = 2\n  key = [Id]\n  odd = true\n}', ['source csv', '  files = "a.csv", "b.csv"', '  header = 2', '  key = [Id]', '  odd = true']],
    ['settings on one line', 'source csv { delimiter = ";" }', ['source csv', '  delimiter = ";"']],
    ['a "#" in texts and brackets', 'title = Join("#", [Column #1]) # note', ['title = Join("#", [Column #1])']],
  ])('of %s', (_, text, expected) => {
    const { tree, problems } = parseMapping(text);
    expect(outlineOf(tree)).toEqual(expected);
    expect(problems.filter(({ severity, code }) => severity === 'error' && code === 'mapping.syntax')).toEqual([]);
  }); // prettier-ignore
});

describe('a mistake costs the line or block it is in', () => {
  it.each([
    ['no "="', 'title [T]\nb = [B]', ['b = [B]'], ['1:1 Expected "=" or "{" after "title".']],
    ['nothing to begin with', '= [T]\nb = [B]', ['b = [B]'], ['1:1 Expected a rule (attribute = expression), a group, "where", "schema" or "source".']],
    ['no expression', 'title =\nb = [B]', ['title = -', 'b = [B]'], ['1:8 Expected an expression.']],
    ['no condition', 'where # x\nb = [B]', ['where -', 'b = [B]'], ['1:6 Expected an expression.']],
    ['two rules on a line', 'a = [A] b = [B]', ['a = [A]'], ['1:9 "b" is not expected here: the expression has ended before it.']],
    ['something after a decorator', 'a = [A] @empty(null) x', ['a = [A] @empty(null)'], ['1:22 Unexpected text: write one rule or setting per line.']],
    ['an open parenthesis before a rule', 'a = ToLower([A]\nb = [B]', ['a = ToLower([A])', 'b = [B]'], ['1:12 Expected ")" to close the call of ToLower.']],
    ['an open parenthesis before a block', 'a = ToLower([A]\nname {\n b = [B]\n}', ['a = ToLower([A])', 'group name', '  b = [B]'], ['1:12 Expected ")" to close the call of ToLower.']],
    ['an open quote', 'a = "x\nb = [B]', ['a = "x"', 'b = [B]'], ['1:5 Unterminated text: expected a closing quotation mark.']],
    ['an open bracket', 'a = [A\nb = [B]', ['a = [A]', 'b = [B]'], ['1:5 Expected "]" after [A.']],
    ['an open decorator', 'a = [A] @empty(null\nb = [B]', ['a = [A] @empty(null)', 'b = [B]'], ['1:10 Expected ")" after @empty.']],
    ['a decorator without a name', 'a = [A] @', ['a = [A] @()'], ['1:9 Expected the name of a decorator, like @empty(null).']],
    ['a brace too many', '}\nb = [B]', ['b = [B]'], ['1:1 Unmatched "}".']],
    ['an open group', 'name {\n  b = [B]', ['group name', '  b = [B]'], [`1:1 ${OPEN}`]],
    ['an open group before a statement', 'name {\n  b = [B]\nwhere [A] = "b"', ['group name', '  b = [B]', 'where [A] = "b"'], [`1:1 ${OPEN}`]],
    ['an open schema block', 'schema urn:a:b {\n  x = [X]', ['schema urn:a:b', '  x = [X]'], [`1:1 ${OPEN}`]],
    ['an open source block before a rule', 'source csv {\n  header = 2\ntitle = [T]', ['source csv', '  header = 2', 'title = [T]'], [`1:1 ${OPEN}`]],
    ['a schema without a URN', 'schema {\n  x = [X]\n}', ['schema ', '  x = [X]'], ['1:1 Expected the URN of the schema: schema urn:ietf:params:scim:schemas:extension:NAME:1.0:User { ... }.']],
    ['a schema without a brace', 'schema urn:a:b\nx = [X]', ['schema urn:a:b', 'x = [X]'], ['1:1 Expected "{" on the line of "schema".']],
    ['a source of no kind', 'source { header = 2 }', ['source -', '  header = 2'], ['1:1 Expected a kind of source: source csv { ... }.']],
    ['a setting without a value', 'source csv {\n  header =\n}', ['source csv', '  header = '], ['2:3 Expected a value after "header".']],
    ['a setting without "="', 'source csv {\n  header 2\n  key = [A]\n}', ['source csv', '  key = [A]'], ['2:3 Expected a setting: name = value.']],
  ])('%s', (_, text, outline, messages) => {
    const { tree, problems } = parseMapping(text);
    expect(outlineOf(tree)).toEqual(outline);
    const places = problemLines(text, problems).map((line) => line.slice(0, line.indexOf(' ')));
    expect(problems.map(({ message }, index) => `${places[index] ?? ''} ${message}`)).toEqual(messages);
  }); // prettier-ignore
});

describe('what was read alone', () => {
  it('is every rule, condition and line that is neither, in the order of the text', () => {
    const text = 'where [A] = "b"\nname {\n  givenName = [G] # first\n  odd\n}\nsource csv { header = 2 }\n= x\n';
    const { parts } = parseMapping(text);
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(['where [A] = "b"', 'givenName = [G] ', 'odd', '= x']);
  }); // prettier-ignore

  it('was decided by no more than the text up to its reach', () => {
    const { text, parts } = parseMapping(mappingSample());
    for (const { start, end, reach, statement } of parts) {
      const again = parseMapping(text.slice(0, Math.min(reach, text.length))).parts.find(
        (part) => part.start === start,
      );
      expect(again, text.slice(start, end)).toMatchObject({ end, statement });
    }
  });
});
