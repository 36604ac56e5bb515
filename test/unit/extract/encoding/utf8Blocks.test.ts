import { array, assert, constantFrom, integer, oneof, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StrictDecoder } from '../../../../src/extract/encoding/strictDecoder';
import { Utf8Blocks } from '../../../../src/extract/encoding/utf8Blocks';

function read(encoding: string, bytes: Uint8Array, length: number): readonly [string, boolean] {
  const blocks = new Utf8Blocks(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += length) {
    const block = blocks.push(bytes.slice(at, at + length));
    text += new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(block.bytes);
    if (!block.isValid) return [text, false];
  }
  return [text, blocks.end()];
}

function decode(encoding: string, bytes: Uint8Array): readonly [string, boolean] {
  const decoder = new StrictDecoder(encoding);
  const { text, isValid } = decoder.decode(bytes);
  return [text, isValid && decoder.end()];
}

const bytes = oneof(
  string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
  uint8Array(),
  array(
    constantFrom(0x41, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0xf0, 0x9f, 0x98, 0x80, 0xef, 0xbb, 0xbf, 0xf8),
  ).map((parts) => Uint8Array.from(parts)),
);

describe('Utf8Blocks', () => {
  it.each(['utf-8', 'windows-1252', 'utf-16le', 'shift_jis', 'gb18030'])(
    'says of %s, in blocks of any length, what the strict decoder says of the whole',
    (encoding) => {
      assert(
        property(bytes, integer({ min: 1, max: 9 }), (given, length) => {
          expect(read(encoding, given, length)).toEqual(decode(encoding, given));
        }),
        { numRuns: 500 },
      );
    },
  );
});
