import { toInvariantLower, toInvariantUpper } from './invariantCase';

/** The Unicode categories that separate words. Source: the description of PCase, which lists them. */
const SEPARATOR = /[\p{Z}\p{Cc}\p{Cf}\p{P}\p{S}]/u;
const LETTER = /\p{L}/u;

/**
 * Capitalises each word and lower-cases its other characters, by the invariant culture.
 * @param separators the characters that separate words. By default these are white space, punctuation, symbols and
 * control characters, and a word begins with a letter: `3rd` becomes `3Rd`.
 */
export function toProperCase(text: string, separators?: string): string {
  const given = separators === undefined ? undefined : new Set(separators);
  let proper = '';
  let inWord = false;
  for (const character of text) {
    if (given?.has(character) ?? SEPARATOR.test(character)) {
      inWord = false;
      proper += character;
    } else if (inWord) proper += toInvariantLower(character);
    else {
      inWord = given !== undefined || LETTER.test(character);
      proper += toInvariantUpper(character);
    }
  }
  return proper;
}
