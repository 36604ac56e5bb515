/**
 * What is visibly wrong with a cell's text, regardless of its meaning. `invisible` is the part of `hidden` that is
 * wrong in any text, not only in identifiers.
 */
export type DamageKind =
  'control' | 'bidi' | 'hidden' | 'invisible' | 'replacementChar' | 'mojibake' | 'excelError' | 'scientific';

/** How much of it a column holds. */
export interface DamageCount {
  readonly kind: DamageKind;
  readonly count: number;
  /** The number of the first record, from 1, and the physical line on which it begins. */
  readonly record: number;
  readonly line: number;
}

/**
 * Nearly every cell is done here: it does not have a character that any of the kinds needs. `E` matters only with the
 * sign of an exponent, and spaces only at the ends.
 */
const SUSPICIOUS =
  /[^\P{Cc}\t\n\r]|[\xa0\xad\xc2\xc3\xe2\u061c\u115f\u1160\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\ufff9-\ufffd]|\u034f|^[\s#]|\s$|E\+|1900$/u;

/** C0 but for tab and line breaks, DEL and C1, and what else ends a line in some programs. */
const CONTROL = /[^\P{Cc}\t\n\r]|[\u2028\u2029\ufff9-\ufffb]/u;

/** Embeddings, overrides and isolates: they show text in another order than it has. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

/** Invisible characters at any place, and unusual spaces; or spaces at the ends. */
const HIDDEN =
  /\u034f|[\xa0\xad\u061c\u115f\u1160\u180e\u2000-\u200f\u202f\u205f-\u2065\u206a-\u206f\u3000\u3164\ufeff]|^\s|\s$/;

/**
 * What has no width and no meaning in names or titles. Joiners shape letters of Arabic and Indic scripts and bind
 * emoji, so that they count only beside Latin letters and digits, and at the ends.
 */
const INVISIBLE =
  /\u034f|[\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff]|(?:^|[\p{Script=Latin}\d@.])[\u200c\u200d]|[\u200c\u200d](?:$|[\p{Script=Latin}\d@.])/u;

/** UTF-8 that was read as Windows-1252 or ISO-8859-1: `Ã©`, `â€™`, `Â `. */
const MOJIBAKE =
  /[\xc2\xc3][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\xe2(?:\u20ac|\x80)/;

/** What a spreadsheet writes instead of a value: an error, a column that is too narrow, the day before its first. */
const EXCEL_ERROR =
  /^\s*(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)|#{3,}|0{1,2}[-/.]0?1[-/.]1900|0?1[-/.]0{1,2}[-/.]1900)\s*$/i;

/** A long number as a spreadsheet shows it: the later digits are lost. */
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

/** Whether it is worth asking {@link damageOf}; where not, the text shows no damage. */
export function maySeemDamaged(text: string): boolean {
  return SUSPICIOUS.test(text);
}

const NOTHING: readonly DamageKind[] = [];

/** Every kind of damage that a text shows; a few characters of it are enough for each. */
export function damageOf(text: string): readonly DamageKind[] {
  if (!SUSPICIOUS.test(text)) return NOTHING;
  return TESTS.filter(([, test]) => test.test(text)).map(([kind]) => kind);
}

/** The same of a text that identifies nobody: blanks of any kind belong there. */
export function damageOfProse(text: string): readonly DamageKind[] {
  return damageOf(text).flatMap((kind) => {
    if (kind !== 'hidden') return [kind];
    return INVISIBLE.test(text) ? ['invisible'] : [];
  });
}
