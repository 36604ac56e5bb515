import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSpans } from '../../../../src/webview/detail/jsonSpans';

/** Each coloured piece as `[class, text]`, plain text as it is. */
function pieces(text: string): readonly (string | readonly unknown[])[] {
  return jsonSpans(text)
    .filter((part) => part !== '')
    .map((part) => (typeof part === 'string' ? part : part.values));
}

describe('jsonSpans', () => {
  it('tells keys, texts, numbers and words apart', () => {
    expect(pieces('{"a": "b", "c" : [1, -2.5e+3, true, null]}')).toEqual([
      '{',
      ['key', '"a"'],
      ':',
      ' ',
      ['string', '"b"'],
      ', ',
      ['key', '"c"'],
      ' :',
      ' [',
      ['number', '1'],
      ', ',
      ['number', '-2.5e+3'],
      ', ',
      ['word', 'true'],
      ', ',
      ['word', 'null'],
      ']}',
    ]);
  });

  it('sees nothing in a text but the text', () => {
    expect(pieces(String.raw`"say \"true\": 1"`)).toEqual([['string', String.raw`"say \"true\": 1"`]]);
  });

  it('leaves the text unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(
          pieces(text)
            .map((piece) => (typeof piece === 'string' ? piece : piece[1]))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
