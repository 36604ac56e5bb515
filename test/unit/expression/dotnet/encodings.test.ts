import { describe, expect, it } from 'vitest';
import { utf16Bytes, utf8Bytes } from '../../../../src/core/expression/dotnet/encodings';

describe('the bytes of a text', () => {
  // The last and first characters of each length, by Node's own encoder
  it.each([
    '',
    '\0A\u007f',
    '\u0080\u07ff',
    '\u0800\ud7ff\ue000\uffff',
    '\u{10000}\u{3ffff}\u{40000}\u{10ffff}',
    'Ana María, 東京, 😀',
  ])('%j', (text) => {
    expect(utf8Bytes(text)).toEqual([...Buffer.from(text, 'utf8')]);
    expect(utf16Bytes(text)).toEqual([...Buffer.from(text, 'utf16le')]);
  });

  it.each(['\ud800', '\udbff', '\udc00', '\udfff'])('%j, half of a pair, is U+FFFD', (half) => {
    expect(utf8Bytes(`a${half}`)).toEqual([0x61, 0xef, 0xbf, 0xbd]);
    expect(utf16Bytes(`a${half}b`)).toEqual([0x61, 0, 0xfd, 0xff, 0x62, 0]);
  });
});
