import { describe, expect, it } from 'vitest';
import { MAX_RESOURCE } from '../../../src/core/convert/applyRules';
import { compileByteMapping } from '../../../src/core/convert/bytes/compileByteMapping';
import type { CompiledMapping } from '../../../src/core/convert/compileMapping';
import { compileMapping } from '../../../src/core/convert/compileMapping';
import { RequestWriter } from '../../../src/core/convert/requestWriter';
import { isUsable, loadMapping } from '../../../src/core/mapping/loadMapping';
import { openMapping } from '../../../src/language/mapping/document/mappingDocument';
import { mappingAnswers } from '../../../src/language/mapping/mappingAnswers';

const NEEDED = 'externalId = [Id]\nuserName = [Id]\nactive = "True"\n';
const COLUMNS = ['Id', 'X', 'Y'];
/** Each "a" of a text becomes the whole text, so many times. */
const multiplied = (text: string, times: number): string =>
  times === 0 ? text : `Replace(${multiplied(text, times - 1)}, "a", , , ${text}, , )`;
const custom = (count: number, expression: string) =>
  `schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n${Array.from({ length: count }, (_, index) => `  a${index} = ${expression} @type(String)\n`).join('')}}\n`;

function compiled(rules: string): {
  readonly mapping: CompiledMapping;
  readonly model: ReturnType<typeof loadMapping>;
} {
  const model = loadMapping(`${NEEDED}${rules}`);
  if (!isUsable(model)) throw new Error(model.problems.map(({ message }) => message).join('\n'));
  const compilation = compileMapping(model, COLUMNS);
  if ('problems' in compilation) throw new Error('a column is missing');
  return { mapping: compilation.mapping, model };
}

/** The results of records: `sent`, or the codes of their problems; by the writer of bytes, and by the rules on texts. */
function fates(rules: string, rows: readonly (readonly string[])[]): readonly string[] {
  const { mapping, model } = compiled(rules);
  const writer = new RequestWriter(compileByteMapping(mapping, model.model, COLUMNS));
  const asBytes = rows.map((cells, index) => {
    writer.addRecord({ number: index + 1, line: index + 2, cells });
    const [refusal] = writer.takeEvents().flatMap((event) => (event.kind === 'refused' ? [event] : []));
    writer.takeRequests();
    return refusal === undefined ? 'sent' : refusal.problems.map(({ code }) => code).join();
  });
  // Of another compilation: the reserve of the first is used
  const { mapping: again } = compiled(rules);
  const asTexts = rows.map((cells, index) => {
    const record = { number: index + 1, line: index + 2, cells };
    const admission = again.admit(record);
    if (admission.kind !== 'admitted') return admission.kind === 'refused' ? admission.problem.code : 'excluded';
    const outcome = again.conclude(record, again.trace(record));
    return outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code).join() : 'sent';
  });
  expect(asTexts).toEqual(asBytes);
  return asBytes;
}

const a = (length: number) => 'a'.repeat(length);
const SMALL = ['1', 'b', 'c'];

describe('a record that makes too much', () => {
  it.each([
    ['a result', `title = ${multiplied('[X]', 3)}`, ['1', a(33), ''], 'value.too-large'],
    ['a result that is cut', `title = Left(${multiplied('[X]', 3)}, 3)`, ['1', a(33), ''], 'value.too-large'],
    [
      'a result of several columns',
      `title = Join([Y], ${multiplied('[X]', 3)}, "b")`,
      ['1', a(33), 'y'],
      'value.too-large',
    ],
    ['a pattern', `title = Left(Replace([X], , "a", , [Y], , ), 3)`, ['1', a(1025), a(1024)], 'value.too-large'],
    ['a condition', `where ${multiplied('[X]', 3)} <> "z"`, ['1', a(33), ''], 'value.too-large'],
    [
      'conditions',
      `where Left(${multiplied('[X]', 2)}, 1) <> "y"\n`.repeat(5),
      ['1', a(100), ''],
      'value.too-much-work',
    ],
    ['many rules', custom(500, `Left(${multiplied('[X]', 2)}, 2)`), ['1', a(80), ''], 'value.too-much-work'],
    ['many results', custom(500, multiplied('[X]', 2)), ['1', a(90), ''], 'value.too-large'],
    ['many long cells', custom(500, '[X]'), ['1', a(100_000), ''], 'value.too-large'],
    ['many cells put together', custom(500, 'Join("-", [X], [Y])'), ['1', a(3_000), 'y'], 'value.too-large'],
  ])('by %s is refused, and the next is sent', (_, rules, cells, code) => {
    expect(fates(rules, [SMALL, cells, SMALL, cells, SMALL])).toEqual(['sent', code, 'sent', code, 'sent']);
  });

  it('is sent up to the limit', () => {
    const room = MAX_RESOURCE - 2000;
    expect(fates('title = Append([X], "b")', [['1', a(room), '']])).toEqual(['sent']);
    expect(fates('title = [X]', [['1', a(room), '']])).toEqual(['sent']);
    expect(fates('title = [X]', [['1', a(MAX_RESOURCE), '']])).toEqual(['value.too-large']);
  });

  it('has its rule named, and holds a short piece of what is refused', () => {
    const { mapping } = compiled(`title = ${multiplied('[X]', 3)}\nnickName = [Y]`);
    const record = { number: 1, line: 2, cells: ['1', a(33), 'y'] };
    expect(mapping.conclude(record, mapping.trace(record))).toMatchObject({
      problems: [{ code: 'value.too-large', path: 'title', line: 2, message: expect.stringMatching(/^title: The function returns more than the limit of 1 MiB/) as string }], // prettier-ignore
    });
    const wrong = compiled(
      `name.formatted = [X]\nschema urn:x:y:C:1.0:User {\n  n = ${multiplied('[X]', 2)} @type(Integer)\n}`,
    );
    const outcomes = wrong.mapping.trace({ number: 1, cells: ['1', a(90), ''] });
    expect(outcomes.map((outcome) => (outcome.kind === 'problem' ? outcome.value?.length : 0))).toContain(1025);
  });

  it('is given up early once others have made too much, in the same way in any order of asking', () => {
    const rows = Array.from({ length: 200 }, (_, index) => [String(index), a(100), '']);
    const outcomes = fates(`title = Left(${multiplied('[X]', 2)}, 3)`, [...rows, SMALL]);
    expect(outcomes.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'sent'));
    expect(outcomes.slice(-3)).toEqual(['value.too-large', 'value.too-large', 'sent']);
  });
});

describe('a record in the editor', () => {
  it('has hints and hovers within the same bounds', () => {
    const text = `${NEEDED}${custom(500, multiplied('[X]', 2))}`;
    const record = { number: 1, line: 2, cells: ['1', a(100), ''] };
    const document = openMapping(text, { columns: COLUMNS, extract: { name: 'a.csv', record } });
    const before = process.memoryUsage().heapUsed;
    const answers = mappingAnswers(document);
    const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    const hints = answers.inlayHints?.(whole) ?? [];
    expect(hints.length).toBeGreaterThan(400);
    expect(JSON.stringify(hints).length).toBeLessThan(MAX_RESOURCE);
    expect(answers.hover(text.indexOf('Replace'))).toBeDefined();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 2 ** 20);
  });
});
