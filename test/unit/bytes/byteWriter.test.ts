import { assert, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter, toBytes, toPiece } from '../../../src/core/bytes/byteWriter';

function written(write: (writer: ByteWriter) => void): string {
  const writer = new ByteWriter(1);
  writer.appendByte(33);
  write(writer);
  return Buffer.from(writer.bytes.subarray(0, writer.at)).toString();
}

describe('ByteWriter', () => {
  it('writes text as UTF-8', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(Buffer.from(text).equals(toBytes(text))).toBe(true);
        expect(written((writer) => writer.appendText(text))).toBe(`!${text}`);
      }),
    );
  });

  it.each([0, 9, 10, 99, 100, 999_999, 1_000_000, 2 ** 31, 2 ** 40])('writes the number %i', (value) => {
    expect(written((writer) => writer.appendNumber(value))).toBe(`!${String(value)}`);
  });

  it('writes any whole number', () => {
    assert(
      property(nat(), (value) => {
        expect(written((writer) => writer.appendNumber(value))).toBe(`!${String(value)}`);
      }),
    );
  });

  it('takes short and long pieces, and parts of them', () => {
    const long = 'z'.repeat(1000);
    const ends = (writer: ByteWriter) => {
      writer.append(toPiece('ab'));
      writer.append(toPiece(long));
      writer.appendRange(toPiece('01234').view, 1, 3);
    };
    expect(written(ends)).toBe(`!ab${long}12`);
  });

  it('writes over what is taken back', () => {
    const takesBack = (writer: ByteWriter) => {
      const { at } = writer;
      writer.appendText('nothing');
      writer.at = at;
      writer.appendText('value');
    };
    expect(written(takesBack)).toBe('!value');
  });
});
