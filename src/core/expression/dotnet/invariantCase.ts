import type { Casing } from './culture';

const ASCII = /^[\0-\x7f]*$/;

/** Lower case as .NET's invariant culture writes it: one character becomes one character. */
export function toInvariantLower(text: string): string {
  return toLowerCase(text, 'invariant');
}

/** Upper case, likewise: `ß` stays `ß`. */
export function toInvariantUpper(text: string): string {
  return toUpperCase(text, 'invariant');
}

/** Lower case as .NET writes it in a culture: each character on its own, so a final sigma is like any other. */
export function toLowerCase(text: string, casing: Casing): string {
  if (casing !== 'turkic' && ASCII.test(text)) return text.toLowerCase();
  return mapCharacters(text, (character) => LOWER[casing][character] ?? oneToOne(character, character.toLowerCase()));
}

/** Upper case, likewise. */
export function toUpperCase(text: string, casing: Casing): string {
  if (casing !== 'turkic' && ASCII.test(text)) return text.toUpperCase();
  return mapCharacters(
    text,
    (character) =>
      UPPER[casing][character] ?? withIotaBeside(character) ?? oneToOne(character, character.toUpperCase()),
  );
}

type Exceptions = Readonly<Record<Casing, Readonly<Record<string, string>>>>;

/** Characters that .NET maps unlike JavaScript, or depending on the culture. */
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
