/** A part of a text as it is shown. */
export interface TextPart {
  /**
   * `blank`: spaces at an end of the text, which are easily overlooked. `hidden`: one invisible character, or one that
   * changes the direction of what follows. `long`: a word that does not fit on a line and may be broken anywhere.
   */
  readonly kind: 'text' | 'blank' | 'break' | 'hidden' | 'long';
  readonly text: string;
}

/** Maximum length of a word that fits on a line of a narrow column. */
const LONG_WORD = 36;

const BLANKS = [' ', '\u00a0', '\u3000'];

/** Line breaks and invisible characters, except joiners inside words and emoji. */
const HIDDEN =
  /(\r\n?|\n|(?!(?<=[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d](?=[\p{L}\p{Extended_Pictographic}]))[\p{Cc}\p{Cf}\u2028\u2029])/u;

/** All parts of a text, in its order. */
export function textParts(text: string): readonly TextPart[] {
  let [start, end] = [0, text.length];
  while (start < end && BLANKS.includes(text.charAt(start))) start++;
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end--;
  const inner = text.slice(start, end).split(HIDDEN).flatMap(partsOf);
  return [...blank(text.slice(0, start)), ...inner, ...blank(text.slice(end))];
}

function blank(text: string): readonly TextPart[] {
  return text === '' ? [] : [{ kind: 'blank', text }];
}

/** @param index odd for a separator that the text was split at */
function partsOf(text: string, index: number): readonly TextPart[] {
  if (text === '') return [];
  if (index % 2 === 1) return [{ kind: /[\r\n]/.test(text) ? 'break' : 'hidden', text }];
  return text.split(/(\S+)/).flatMap((word, place) => {
    if (word === '') return [];
    return place % 2 === 1 ? wordParts(word) : [{ kind: 'text', text: word }];
  });
}

/** Splits a word after characters where it may be broken, as in addresses. */
function wordParts(word: string): readonly TextPart[] {
  return word
    .split(/(?<=[@._/:])(?=[^@._/:])/)
    .map((text) => ({ kind: text.length > LONG_WORD ? 'long' : 'text', text }));
}
