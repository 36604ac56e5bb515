/**
 * Visible damage in a cell's text, regardless of its meaning. `invisible` is the part of `hidden` that is wrong in any
 * text, not only in identifiers.
 */
export type DamageKind =
  'control' | 'bidi' | 'hidden' | 'invisible' | 'replacementChar' | 'mojibake' | 'excelError' | 'scientific';

/** How often a kind of damage occurs in a column. */
export interface DamageCount {
  readonly kind: DamageKind;
  readonly count: number;
  /** The number of the first affected record, from 1, and the physical line on which it begins. */
  readonly record: number;
  readonly line: number;
}

/**
 * A quick test that rules out nearly every cell: none of the kinds is possible without one of these characters. `E`
 * matters only with the sign of an exponent, and spaces only at the ends.
 */
const SUSPICIOUS =
  /[^\P{Cc}\t\n\r]|[\xa0\xad\xc2\xc3\xe2\u061c\u115f\u1160\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\ufff9-\ufffd]|\u034f|^[\s#]|\s$|E\+|1900$/u;

/** C0 except tab and line breaks, DEL and C1, and other characters that end a line in some programs. */
const CONTROL = /[^\P{Cc}\t\n\r]|[\u2028\u2029\ufff9-\ufffb]/u;

/** Embeddings, overrides and isolates, which display text in another order than it is stored. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

/** Invisible characters and unusual spaces at any place, and spaces at the ends. */
const HIDDEN =
  /\u034f|[\xa0\xad\u061c\u115f\u1160\u180e\u2000-\u200f\u202f\u205f-\u2065\u206a-\u206f\u3000\u3164\ufeff]|^\s|\s$/;

/**
 * Characters without width or meaning in names and titles. Joiners shape letters of Arabic and Indic scripts and
 * combine emoji, so they count only next to Latin letters and digits, and at the ends.
 */
const INVISIBLE =
  /\u034f|[\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff]|(?:^|[\p{Script=Latin}\d@.])[\u200c\u200d]|[\u200c\u200d](?:$|[\p{Script=Latin}\d@.])/u;

/** UTF-8 that was read as Windows-1252 or ISO-8859-1: `Ã©`, `â€™`, `Â `. */
const MOJIBAKE =
  /[\xc2\xc3][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\xe2(?:\u20ac|\x80)/;

/**
 * Texts that a spreadsheet writes instead of a value: an error, a column that is too narrow, the day before its first
 * date.
 */
const EXCEL_ERROR =
  /^\s*(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)|#{3,}|0{1,2}[-/.]0?1[-/.]1900|0?1[-/.]0{1,2}[-/.]1900)\s*$/i;

/** A long number in a spreadsheet's notation, which has lost its later digits. */
const SCIENTIFIC = /^\s*[+-]?\d(?:[.,]\d+)?E\+\d{1,3}\s*$/i;

const TESTS: readonly (readonly [kind: DamageKind, test: RegExp])[] = [
  ['control', CONTROL],
  ['bidi', BIDI],
  ['hidden', HIDDEN],
  ['replacementChar', /\ufffd/],
  ['mojibake', MOJIBAKE],
  ['excelError', EXCEL_ERROR],
  ['scientific', SCIENTIFIC],
];

/** Whether {@link damageOf} needs to be called; if not, the text shows no damage. */
export function maySeemDamaged(text: string): boolean {
  return SUSPICIOUS.test(text);
}

const NOTHING: readonly DamageKind[] = [];

/** All kinds of damage in a text; a few characters are enough for each. */
export function damageOf(text: string): readonly DamageKind[] {
  if (!SUSPICIOUS.test(text)) return NOTHING;
  return TESTS.filter(([, test]) => test.test(text)).map(([kind]) => kind);
}

/** The same for a text that is not an identifier, in which any kind of space is normal. */
export function damageOfProse(text: string): readonly DamageKind[] {
  return damageOf(text).flatMap((kind) => {
    if (kind !== 'hidden') return [kind];
    return INVISIBLE.test(text) ? ['invisible'] : [];
  });
}
