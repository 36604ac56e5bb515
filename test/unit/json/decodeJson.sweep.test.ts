import { TextDecoder } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonText } from '../../../src/core/json/readJsonText';
import { findUtf8Fault } from '../../../src/core/json/utf8Fault';
import { decodeJson } from '../../../src/extract/encoding/decodeJson';
import { sweepOf } from '../../support/sweep';

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]));

describe('bytes that are UTF-8', () => {
  it.each([
    ['two bytes', [0xc2, 0x80]],
    ['three bytes', [0xe0, 0xa0, 0x80]],
    ['the last before the surrogates', [0xed, 0x9f, 0xbf]],
    ['the first after them', [0xee, 0x80, 0x80]],
    ['four bytes', [0xf0, 0x90, 0x80, 0x80]],
    ['the last character', [0xf4, 0x8f, 0xbf, 0xbf]],
    ['a noncharacter', [0xef, 0xbf, 0xbf]],
    ['NUL', [0x00]],
  ])('%s', (_what, character) => {
    const { text, problems } = decodeJson(bytesOf('["', character, '"]'));
    expect(problems).toEqual([]);
    expect(Array.from(text)).toHaveLength(5);
  });
});

describe('bytes that are not', () => {
  it.each([
    ['overlong NUL', [0xc0, 0x80], 'overlong'],
    ['overlong slash', [0xc1, 0xaf], 'overlong'],
    ['overlong in three', [0xe0, 0x9f, 0xbf], 'overlong'],
    ['overlong in four', [0xf0, 0x8f, 0xbf, 0xbf], 'overlong'],
    ['a surrogate', [0xed, 0xa0, 0x80], 'surrogate'],
    ['a pair of surrogates (CESU-8)', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 'surrogate'],
    ['beyond the last', [0xf4, 0x90, 0x80, 0x80], 'beyond U+10FFFF'],
    ['five bytes', [0xf8, 0x88, 0x80, 0x80, 0x80], 'beyond U+10FFFF'],
    ['a continuation alone', [0x80], 'has not begun'],
    ['Windows-1252', [0xe9], 'cut short'],
    ['cut after two of three', [0xe2, 0x82], 'cut short'],
    ['cut after three of four', [0xf0, 0x9f, 0x98], 'cut short'],
    ['FE', [0xfe], 'never occurs'],
    ['FF', [0xff], 'never occurs'],
  ])('%s: named with its byte and line', (_what, wrong, reason) => {
    const { text, problems } = decodeJson(bytesOf('[\n"é', wrong, '"]'));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.code).toBe('json.syntax');
    expect(problems[0]?.message).toContain(reason);
    expect(problems[0]?.message).toContain('offset 5 ');
    expect(problems[0]?.message).toContain('on line 2)');
    expect(problems[0]?.span).toEqual({ start: 4, end: 5 });
    expect(text.slice(0, 4)).toBe('[\n"é');
  });

  it('at the very end', () => {
    expect(decodeJson(bytesOf('[]', [0xc3])).problems[0]?.message).toContain('cut short');
  });

  it('UTF-16 is called by its name', () => {
    expect(decodeJson(bytesOf([0xff, 0xfe, 0x7b, 0x00])).problems[0]?.message).toContain('UTF-16');
  });
});

describe('a byte order mark', () => {
  it('stays, and is reported', () => {
    const { text, problems } = decodeJson(bytesOf([0xef, 0xbb, 0xbf], '{"a": 1}'));
    expect(problems).toEqual([]);
    const read = readJsonText(text);
    expect(read.problems.map(({ code, span }) => [code, span.start])).toEqual([['json.byte-order-mark', 0]]);
    expect(read.root?.offset).toBe(1);
  });
});

describe('any bytes', () => {
  it('have a fault exactly when a strict decoder refuses them', () => {
    const interesting = fc.constantFrom(
      0x00,
      0x22,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(interesting, { maxLength: 6 }), (list) => {
        const bytes = Uint8Array.from(list);
        expect(findUtf8Fault(bytes) === undefined).toBe(isTaken(bytes));
        const offset = findUtf8Fault(bytes)?.offset ?? bytes.length;
        expect(isTaken(bytes.subarray(0, offset))).toBe(true);
      }),
      sweepOf(20_000),
    );
  });
});

function isTaken(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // A strict decoder refuses by throwing
    return false;
  }
}
