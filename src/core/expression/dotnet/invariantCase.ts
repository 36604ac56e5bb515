import type { Casing } from './culture';

const ASCII = /^[\0-\x7f]*$/;

/** Converts a text to lower case like .NET's invariant culture, which maps one character to one character. */
export function toInvariantLower(text: string): string {
  return toLowerCase(text, 'invariant');
}

/** Converts a text to upper case like .NET's invariant culture: `ß` stays `ß`. */
export function toInvariantUpper(text: string): string {
  return toUpperCase(text, 'invariant');
}

/**
 * Converts a text to lower case like .NET in a culture. Each character is mapped separately, so a final sigma is like
 * any other.
 */
export function toLowerCase(text: string, casing: Casing): string {
  if (casing !== 'turkic' && ASCII.test(text)) return text.toLowerCase();
  return mapCharacters(text, (character) => LOWER[casing][character] ?? oneToOne(character, character.toLowerCase()));
}

/** Converts a text to upper case like .NET in a culture, each character separately. */
export function toUpperCase(text: string, casing: Casing): string {
  if (casing !== 'turkic' && ASCII.test(text)) return text.toUpperCase();
  return mapCharacters(
    text,
    (character) =>
      UPPER[casing][character] ?? withIotaBeside(character) ?? oneToOne(character, character.toUpperCase()),
  );
}

type Exceptions = Readonly<Record<Casing, Readonly<Record<string, string>>>>;

/** Characters whose mapping in .NET differs from JavaScript or depends on the culture. */
const LOWER: Exceptions = {
  invariant: {},
  turkic: { I: 'ı', İ: 'i' },
  other: { İ: 'i' },
};
const UPPER: Exceptions = {
  invariant: { ı: 'ı' },
  turkic: { i: 'İ' },
  other: {},
};

function mapCharacters(text: string, map: (character: string) => string): string {
  let mapped = '';
  for (const character of text) mapped += map(character);
  return mapped;
}

/** JavaScript may give two characters for one; such a character has no single counterpart and stays as it is. */
function oneToOne(character: string, mapped: string): string {
  return mapped.length === character.length ? mapped : character;
}

/**
 * Each Greek small letter with an iota below has one capital, with an iota next to it, which JavaScript splits.
 * Source: UnicodeData.txt, simple upper case mappings of U+1F80 to U+1FF3.
 */
function withIotaBeside(character: string): string | undefined {
  if (/[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7]/.test(character)) return shift(character, 8);
  return /[\u1fb3\u1fc3\u1ff3]/.test(character) ? shift(character, 9) : undefined;
}

function shift(character: string, by: number): string {
  return String.fromCharCode(character.charCodeAt(0) + by);
}
