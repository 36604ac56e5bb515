import { detached } from '../text/detached';

/** Maximum number of cached non-ASCII texts; names often repeat in an extract. */
const MAX_KEPT = 20_000;

/** Longer texts are unlikely to repeat. */
const MAX_LENGTH = 32;

const folded = new Map<string, string>();

/**
 * Marks above, below and around letters of the Latin, Greek, Cyrillic, Hebrew, Arabic and Japanese scripts, and
 * invisible characters. The vowel signs of Indic and South-East Asian scripts are letters and are kept.
 */
const IGNORED =
  /(?=[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}|[\p{Me}\p{Cf}]/gu;

/** Replacements for letters that Unicode does not decompose, and for signs that people type differently. */
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
  // Turkish: all four forms of i are equal, regardless of capitalisation
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
 * Folds a text for searching: ignores case, accents and Unicode composition. `Zoë` is `zoe`, `Straße` is `strasse`,
 * `İstanbul` and `ISTANBUL` are `istanbul`, `Ёлкин` is `елкин`, `ΟΔΟΣ` and `οδός` are `οδοσ`. Typographic apostrophes,
 * dashes and spaces become those of the keyboard. Folding two texts separately gives the same result as folding them
 * joined.
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
    // Letters with the same capital are equal
    .toUpperCase()
    .toLowerCase()
    .replace(REPLACED, (letter) => INSTEAD.get(letter) ?? letter);
  if (part.length > MAX_LENGTH) return plain;
  if (folded.size >= MAX_KEPT) folded.clear();
  // Detached copies, so that the cache does not keep whole blocks alive
  folded.set(detached(part), detached(plain));
  return plain;
}
