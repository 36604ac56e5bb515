/** Matches nearly every identifier: folding leaves it unchanged. */
const PLAIN = /^[1-9a-z][0-9a-z._@-]*$/;

/** All kinds of white space, and invisible characters. */
const INVISIBLE = /\u034f|[\s\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]/g;

/**
 * Folds the differences that people and systems introduce into an identifier: case, spaces and invisible characters,
 * the Unicode form (NFC, NFD, full-width) and leading zeros. Two identifiers with the same folded form probably belong
 * to one person. Only for comparison; the folded form is never sent.
 */
export function foldId(id: string): string {
  if (PLAIN.test(id)) return id;
  return id
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}
