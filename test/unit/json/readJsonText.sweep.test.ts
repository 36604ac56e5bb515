import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/core/json/jsonValue';
import type { JsonNode } from '../../../src/core/json/jsonNode';
import { readJsonText } from '../../../src/core/json/readJsonText';
import type { TextEdit } from '../../../src/core/text/textEdit';
import { applyEdits } from '../../../src/core/text/textEdit';
import { accepted, refused } from './jsonTexts';
import { sweepOf } from '../../support/sweep';

const syntaxOf = (text: string) => readJsonText(text).problems.filter(({ code }) => code === 'json.syntax');
const isTaken = (text: string) => 'value' in readJson(text);

describe('what RFC 8259 says', () => {
  it('is asked in at least a hundred texts', () => {
    expect(accepted.length + refused.length).toBeGreaterThanOrEqual(100);
  });

  it.each(accepted)('%j is JSON', (text) => {
    expect(syntaxOf(text)).toEqual([]);
    expect(isTaken(text)).toBe(true);
  });

  it.each(refused)('$text is not: $word', ({ text, word }) => {
    const problems = syntaxOf(text);
    expect(problems.map(({ message }) => message).join('\n')).toContain(word);
    expect(isTaken(text)).toBe(false);
  });

  it.each(refused)('one mistake is reported once: $text', ({ text, count }) => {
    expect(syntaxOf(text)).toHaveLength(count);
  });

  it.each(refused.map(({ text }) => text))('every span lies in the text: %j', (text) => {
    for (const { span } of readJsonText(text).problems) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('a repair that a mistake comes with', () => {
  it.each([
    ["{'a': 1}", '{"a": 1}'],
    ['{a: 1}', '{"a": 1}'],
    ['[1 2]', '[1, 2]'],
    ['[1,]', '[1]'],
    ['{"a": 1,}', '{"a": 1}'],
    ['[1,,2]', '[1,2]'],
    ['{"a": True}', '{"a": true}'],
    ['{"a": undefined}', '{"a": null}'],
    ['{} // done', '{} '],
    ['["a\tb"]', '["a\\tb"]'],
    ['["\\d"]', '["\\\\d"]'],
    ['[007]', '["007"]'],
    ['{"a": [1', '{"a": [1]}'],
    ['{}}', '{}'],
  ])('%j becomes %j', (text, repaired) => {
    const edits = syntaxOf(text).map(({ data }) => data?.edit as TextEdit);
    expect(applyEdits(text, edits)).toBe(repaired);
    expect(isTaken(repaired)).toBe(true);
  });
});

describe('duplicate names', () => {
  it.each([
    ['{"a": 1, "b": 2, "a": 3}', [17]],
    ['{"a": {"x": 1, "x": 2}, "b": [{"y": 1, "y": 2}]}', [15, 39]],
    ['{"a": 1, "\\u0061": 2}', [9]],
    ['{"a": 1, "a": 2, "a": 3}', [9, 17]],
    ['{"": 1, "": 2}', [8]],
    ['{"__proto__": 1, "__proto__": 2}', [17]],
  ])('in %s are found at %j', (text, places) => {
    const problems = readJsonText(text).problems;
    expect(problems.map(({ code, span }) => [code, span.start])).toEqual(
      places.map((place) => ['json.duplicate-member', place]),
    );
    for (const { data } of problems) expect(data).toHaveProperty('first.start');
  });

  it.each(['{"a": 1, "A": 2}', '{"a": {"a": {"a": 1}}}', '[{"a": 1}, {"a": 1}]', '{"__proto__": 1, "constructor": 2}'])(
    'in %s there are none',
    (text) => expect(readJsonText(text).problems).toEqual([]),
  );
});

describe('what is too much', () => {
  const codes = (text: string) => readJsonText(text).problems.map(({ code }) => code);
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const list = (count: number) => `[${'1,'.repeat(count - 1)}1]`;

  it('is the 65th level', () => {
    expect(codes(nested(64))).toEqual([]);
    expect(codes(nested(65))).toEqual(['json.too-deep']);
    expect(readJsonText(nested(65)).root).toBeUndefined();
    expect(readJsonText(nested(65)).problems[0]?.span).toEqual({ start: 64, end: 65 });
    expect(readJsonText(nested(63), 2).problems[0]?.code).toBe('json.too-deep');
  });

  it.each([
    ['[', '[}'],
    ['{"a":', '{"a":]'],
    ['[[', '[{'],
  ])('is %s a million times over, with no stack overflowing', (...openers) => {
    for (const opener of openers) expect(codes(opener.repeat(1_000_000))).toEqual(['json.too-deep']);
    for (const opener of openers) expect(codes(`${opener},`.repeat(1_000_000))).toEqual(['json.too-deep']);
  });

  it('is the 10,001st element, in lists alone', () => {
    expect(codes(list(10_000))).toEqual([]);
    expect(codes(list(10_001))).toEqual(['json.too-large']);
    const members = Array.from({ length: 10_001 }, (_, index) => `"${index}":1`).join(',');
    expect(codes(`{${members}}`)).toEqual([]);
    expect(codes(`[${list(6_000)},${list(6_000)}]`)).toEqual([]);
  });

  it('is a string over 1 MiB', () => {
    expect(codes(`["${'x'.repeat(1_048_576)}"]`)).toEqual([]);
    expect(codes(`["${'x'.repeat(1_048_577)}"]`)).toEqual(['json.too-large']);
  });

  it('is a text over 10 MiB', () => {
    expect(codes(' '.repeat(10_485_758) + '[]')).toEqual([]);
    expect(codes(' '.repeat(10_485_759) + '[]')).toEqual(['json.too-large']);
  });

  it('does not lie in strings', () => {
    expect(codes(`["${'['.repeat(100)}", "${',\\"'.repeat(10_001)}"]`)).toEqual([]);
  });
});

/** JSON, then pieces of it put elsewhere, doubled or left out, and letters that matter put in. */
const mutated = fc
  .tuple(
    fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value, null, 1)),
    ),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        removed: fc.nat(3),
        put: fc.constantFrom(
          '',
          ...Array.from('{}[]",:\\0-+.eE1 \t\n\r/*\'\u00a0\ufeff\u0000x'),
          'true',
          'nul',
          '\\u00',
          '"a":1',
          '//',
          '/*',
          '01',
          '\ud800',
        ),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((result, { at, removed, put }) => {
      const place = Math.floor(at * result.length);
      return result.slice(0, place) + put + result.slice(place + removed);
    }, text),
  );

describe('any text', () => {
  it('has no mistake exactly when JSON.parse takes it', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        // A byte order mark is a warning, and left out when the text is sent
        expect(syntaxOf(text).length === 0, text).toBe(isTaken(text.replace(/^\uFEFF/, '')));
      }),
      sweepOf(5_000),
    );
  });

  it('that JSON.parse takes has a tree of the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(valueOf(readJsonText(text).root)).toEqual(JSON.parse(text));
      }),
      sweepOf(500),
    );
  });

  it('has spans inside itself only', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        for (const { span } of readJsonText(text).problems)
          expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      }),
      sweepOf(1_000),
    );
  });
});

function valueOf(node: JsonNode | undefined): unknown {
  if (node?.type === 'array') return (node.children ?? []).map(valueOf);
  if (node?.type !== 'object') return node?.value;
  const value = {};
  for (const { children } of node.children ?? [])
    Object.defineProperty(value, String(children?.[0]?.value), {
      value: valueOf(children?.[1]),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return value;
}
