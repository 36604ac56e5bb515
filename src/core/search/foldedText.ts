import { detached } from '../text/detached';

/** Texts outside ASCII whose folded form is kept; an extract has few different letters and many repeated names. */
const MAX_KEPT = 20_000;

/** Longer ones are not likely to come again. */
const MAX_LENGTH = 32;

const folded = new Map<string, string>();

/**
 * Marks over, under and around letters, of Latin, Greek, Cyrillic, Hebrew, Arabic and Japanese writing, and characters that are not seen.
 * Vowel signs of the scripts of India and South-East Asia are letters, and stay.
 */
const IGNORED =
  /(?=[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}|[\p{Me}\p{Cf}]/gu;

/** Letters that Unicode does not take apart, and signs that people type in another way. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  // Turkish: all four letters i are one, whichever way the text was written in capitals
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ʼ', "'"],
  ['‘', "'"],
  ['’', "'"],
  ['′', "'"],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['⁄', '/'],
]);
const REPLACED = new RegExp(`[${[...INSTEAD.keys()].join('')}]`, 'gu');

/**
 * A text as a search compares it: without case, without accents, whichever way its letters were composed. `Zoë` is `zoe`, `Straße`
 * `strasse`, `İstanbul` and `ISTANBUL` are `istanbul`, `Ёлкин` is `елкин`, `ΟΔΟΣ` and `οδός` are `οδοσ`. Typographic apostrophes, dashes
 * and spaces are those of the keyboard. The folded form of two texts in a row is that of the first and then that of the second.
 */
export function foldedText(text: string): string {
  // What is ASCII, nearly all of most extracts, is done by the engine at one go
  return text.toLowerCase().replace(/[^\0-\x7f]+/g, foldedPart);
}

function foldedPart(part: string): string {
  const known = folded.get(part);
  if (known !== undefined) return known;
  const plain = part
    .normalize('NFKD')
    .replace(IGNORED, '')
    // Letters that are one in capitals are one
    .toUpperCase()
    .toLowerCase()
    .replace(REPLACED, (letter) => INSTEAD.get(letter) ?? letter);
  if (part.length > MAX_LENGTH) return plain;
  if (folded.size >= MAX_KEPT) folded.clear();
  // Not as slices of the block that they were cut from
  folded.set(detached(part), detached(plain));
  return plain;
}
