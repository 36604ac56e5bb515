import { ALL_CATEGORIES, categoryMask } from './unicodeCategory';
import type { UnitRange, UnitSetParts } from './unitSet';
import { UnitSet } from './unitSet';

const DIGIT = categoryMask('Nd');
const WORD = categoryMask('L') | categoryMask('Mn') | DIGIT | categoryMask('Pc');
const CONTROL = categoryMask('Cc');
const SEPARATOR = categoryMask('Z');

/** The control characters that are white space, and the others. */
const SPACE_CONTROLS: readonly UnitRange[] = [
  [0x09, 0x0d],
  [0x85, 0x85],
];
const OTHER_CONTROLS: readonly UnitRange[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
];

/** Positive parts only, so that one class can contain several of them. */
export type ShorthandParts = Required<Pick<UnitSetParts, 'ranges' | 'categories'>>;

/**
 * `\d \D \w \W \s \S` without the option ECMAScript: `\d` is Nd, `\w` is L, Mn, Nd and Pc, `\s` is what
 * Char.IsWhiteSpace accepts (including U+0085, but not U+FEFF).
 * https://learn.microsoft.com/dotnet/standard/base-types/character-classes-in-regular-expressions
 */
export function shorthandParts(letter: string): ShorthandParts | undefined {
  switch (letter) {
    case 'd':
      return { ranges: [], categories: DIGIT };
    case 'D':
      return { ranges: [], categories: ALL_CATEGORIES & ~DIGIT };
    case 'w':
      return { ranges: [], categories: WORD };
    case 'W':
      return { ranges: [], categories: ALL_CATEGORIES & ~WORD };
    case 's':
      return { ranges: SPACE_CONTROLS, categories: SEPARATOR };
    case 'S':
      return { ranges: OTHER_CONTROLS, categories: ALL_CATEGORIES & ~(SEPARATOR | CONTROL) };
    default:
      return undefined;
  }
}

/** `.` without and with the option Singleline. */
export const NOT_NEWLINE = new UnitSet({ ranges: [[0x0a, 0x0a]], negated: true });
export const ANY_UNIT = new UnitSet({ negated: true });

/** The word characters of `\b` and of group names: `\w` and the two joiners. */
export const WORD_UNIT = new UnitSet({ ranges: [[0x200c, 0x200d]], categories: WORD });
