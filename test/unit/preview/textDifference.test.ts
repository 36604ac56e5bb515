import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextPiece } from '../../../src/preview/text/textDifference';
import { textDifference } from '../../../src/preview/text/textDifference';

/** What is marked in brackets. */
function marked(pieces: readonly TextPiece[] = []): string {
  return pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');
}

describe('textDifference', () => {
  it.each([
    ['trimmed spaces', '  Ana ', 'Ana', '[  ]Ana[ ]', 'Ana'],
    ['folded case', 'ANA', 'ana', '[ANA]', '[ana]'],
    ['a capital', 'ana@contoso.com', 'Ana@contoso.com', '[a]na@contoso.com', '[A]na@contoso.com'],
    ['replaced letters', 'Núñez', 'Nunez', 'N[ú][ñ]ez', 'N[u][n]ez'],
    ['something put before and after', 'ana.nunez', 'x-ana.nunez-y', 'ana.nunez', '[x-]ana.nunez[-y]'],
    ['something long put after', '4711', '4711@contoso.com', '4711', '4711[@contoso.com]'],
    ['a name that became a longer one', 'Zoe Li', 'Zoë Li-Moe', 'Zo[e] Li', 'Zo[ë] Li[-Moe]'],
    ['letters in between', 'Sales North', 'Sales, North', 'Sales North', 'Sales[,] North'],
    ['a letter with a mark of its own', 'Zoe\u0308', 'Zoe', 'Zo[e\u0308]', 'Zo[e]'],
    ['a smiley', 'Hi 👩‍💻!', 'Hi 👩!', 'Hi [👩‍💻]!', 'Hi [👩]!'],
  ])('marks %s', (_, before, after, left, right) => {
    const difference = textDifference(before, after);
    expect(marked(difference?.before).replaceAll('][', '')).toBe(left.replaceAll('][', ''));
    expect(marked(difference?.after).replaceAll('][', '')).toBe(right.replaceAll('][', ''));
  });

  it.each([
    ['equal texts', 'Ana', 'Ana'],
    ['another text', 'A', 'true'],
    ['a text that became a small part of another', '4711', '4711.person@contoso.com'],
    ['two names', 'Marketing', 'Controlling and Accounts'],
    ['long texts', 'a'.repeat(3000), `${'a'.repeat(3000)}b`],
  ])('marks nothing of %s', (_, before, after) => {
    expect(textDifference(before, after)).toBeUndefined();
  });

  it('leaves both texts as they are, and marks nothing that both have', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const difference = textDifference(before, after);
        if (difference === undefined) return;
        const whole = (pieces: readonly TextPiece[]) => pieces.map((piece) => piece.text).join('');
        const common = (pieces: readonly TextPiece[]) => whole(pieces.filter(({ isMarked }) => !isMarked));
        expect([whole(difference.before), whole(difference.after)]).toEqual([before, after]);
        expect(common(difference.before)).toBe(common(difference.after));
      }),
    );
  });
});
