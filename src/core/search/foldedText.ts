import { detached } from '../text/detached';

/** Maximum number of cached texts outside ASCII; an extract has many repeated names. */
const MAX_KEPT = 20_000;

/** Longer texts are unlikely to repeat. */
const MAX_LENGTH = 32;

const folded = new Map<string, string>();

/**
 * Marks over, under and around letters, of Latin, Greek, Cyrillic, Hebrew, Arabic and Japanese writing, and invisible
 * characters. Vowel signs of the scripts of India and South-East Asia are letters, and stay.
 */
const IGNORED =
  /(?=[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}|[\p{Me}\p{Cf}]/gu;

/** Letters that Unicode does not decompose, and signs that people type in another way. */
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
  // Turkish: all four letters i are the same, regardless of how the text was capitalised
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
 * The form of a text for searches: without case, accents and differences of Unicode composition. `Zoë` is `zoe`,
 * `Straße` `strasse`, `İstanbul` and `ISTANBUL` are `istanbul`, `Ёлкин` is `елкин`, `ΟΔΟΣ` and `οδός` are `οδοσ`.
 * Typographic apostrophes, dashes and spaces are those of the keyboard. The folded form of two texts in a row is that
 * of the first and then that of the second.
 */
export function foldedText(text: string): string {
  // The engine handles ASCII, nearly all of most extracts, in one step
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
  // Copies, not slices of their block
  folded.set(detached(part), detached(plain));
  return plain;
}
