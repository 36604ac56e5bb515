const SPECIAL: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Words that are written as they are compared, as in our own lists of names. */
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * Splits a header into words, so that different spellings are equal: `Legal_First-Name`, `legalFirstName` and `LEGAL
 * FIRST NAME` give `legal`, `first`, `name`. Removes accents; keeps marks on kana and on letters of other scripts.
 */
export function wordsOf(header: string): readonly string[] {
  // Thousands of names are read so whenever the command line starts
  if (PLAIN.test(header)) return header.split(' ');
  return header
    .replace(/#/g, ' number ')
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđı]/g, (letter) => SPECIAL[letter] ?? letter)
    .split(/[^\p{L}\p{N}\u30FC]+/u)
    .filter((word) => word !== '');
}

/** Joins the words for looking up names. */
export function keyOf(words: readonly string[]): string {
  return words.join('');
}
