/** A part of a text as it is shown. */
export interface TextPart {
  /**
   * `blank`: blanks at an end of the text, which are easily overlooked. `hidden`: one character that is not seen, or turns the
   * direction of what follows. `long`: a word that no line holds, and that may be broken anywhere.
   */
  readonly kind: 'text' | 'blank' | 'break' | 'hidden' | 'long';
  readonly text: string;
}

/** Characters of a word that a line of a narrow column holds. */
const LONG_WORD = 36;

const BLANKS = [' ', '\u00a0', '\u3000'];

/** Line breaks, and characters that are not seen; joiners inside words and emoji are a part of these. */
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

/** @param index odd for what the text was split at */
function partsOf(text: string, index: number): readonly TextPart[] {
  if (text === '') return [];
  if (index % 2 === 1) return [{ kind: /[\r\n]/.test(text) ? 'break' : 'hidden', text }];
  return text.split(/(\S+)/).flatMap((word, place) => {
    if (word === '') return [];
    return place % 2 === 1 ? wordParts(word) : [{ kind: 'text', text: word }];
  });
}

/** A word may be broken after these, as addresses are. */
function wordParts(word: string): readonly TextPart[] {
  return word
    .split(/(?<=[@._/:])(?=[^@._/:])/)
    .map((text) => ({ kind: text.length > LONG_WORD ? 'long' : 'text', text }));
}
