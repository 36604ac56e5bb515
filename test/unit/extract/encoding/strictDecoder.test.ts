import { describe, expect, it } from 'vitest';
import { StrictDecoder } from '../../../../src/extract/encoding/strictDecoder';

/** Decodes bytes in blocks of `length`, and marks where they are wrong with `!` (`?` when they end too early). */
function decode(label: string, bytes: readonly number[], length: number): string {
  const decoder = new StrictDecoder(label);
  let text = '';
  for (let at = 0; at < bytes.length; at += length) {
    const decoded = decoder.decode(Uint8Array.from(bytes.slice(at, at + length)));
    text += decoded.text;
    if (!decoded.isValid) return `${text}!`;
  }
  return decoder.end() ? text : `${text}?`;
}

describe('StrictDecoder', () => {
  const cases: readonly (readonly [label: string, bytes: readonly number[], text: string])[] = [
    ['utf-8', [0x61, 0xe2, 0x82, 0xac, 0x62], 'a€b'],
    ['utf-8', [0xe2, 0x82, 0xac, 0xe2, 0x82, 0xac, 0xff, 0x61], '€€!'],
    ['utf-8', [0xe2, 0x82, 0xac, 0xe2, 0x61], '€!'],
    ['utf-8', [0xe2, 0x82, 0xac, 0xe2, 0x82], '€?'],
    ['utf-16le', [0x3d, 0xd8, 0x00, 0xde, 0x00, 0xde], '😀!'],
    ['utf-16be', [0x00, 0x61, 0xd8, 0x3d], 'a?'],
    ['shift_jis', [0x61, 0x82, 0xa0, 0x82, 0xa0, 0xff], 'aああ!'],
    ['windows-1252', [0x80, 0x92, 0x9f], '€’Ÿ'],
  ];

  for (const [label, bytes, text] of cases) {
    it(`reads ${label} as ${text} in blocks of any length`, () => {
      for (const length of [1, 2, 3, 100]) expect(decode(label, bytes, length)).toBe(text);
    });
  }

  it('says the canonical name of the encoding, and refuses what is none', () => {
    expect(new StrictDecoder('latin1').encoding).toBe('windows-1252');
    expect(() => new StrictDecoder('utf-9')).toThrow(RangeError);
  });
});
