import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textParts } from '../../../src/preview/text/textParts';

const LONG = 'x'.repeat(40);

describe('textParts', () => {
  it.each([
    ['blanks at the ends', '  Ana Núñez ', ['blank:  ', 'text:Ana', 'text: ', 'text:Núñez', 'blank: ']],
    ['blanks alone', '  ', ['blank:  ']],
    ['line breaks', 'a\r\nb\nc', ['text:a', 'break:\r\n', 'text:b', 'break:\n', 'text:c']],
    ['a tab and a NUL', 'a\tb\0', ['text:a', 'hidden:\t', 'text:b', 'hidden:\0']],
    ['what turns the direction', 'a\u202eb', ['text:a', 'hidden:\u202e', 'text:b']],
    ['where an address may be broken', 'zoe.b@contoso.com', ['text:zoe.', 'text:b@', 'text:contoso.', 'text:com']],
    ['words that no line holds', `a ${LONG}`, ['text:a', 'text: ', `long:${LONG}`]],
    ['the joiners of an emoji', '👩‍💻', ['text:👩‍💻']],
    ['a joiner on its own', 'a\u200d b', ['text:a', 'hidden:\u200d', 'text: ', 'text:b']],
    ['Persian with its joiner', 'می‌خواهم', ['text:می‌خواهم']],
    ['nothing', '', []],
  ])('tells %s apart', (_, text, expected) => {
    expect(textParts(text).map((part) => `${part.kind}:${part.text}`)).toEqual(expected);
  });

  it('leaves nothing out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(
          textParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
