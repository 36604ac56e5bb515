/** Nearly every identifier: nothing in it that folding would change. */
const PLAIN = /^[1-9a-z][0-9a-z._@-]*$/;

/** White space of every kind, and invisible characters. */
const UNSEEN = /\u034f|[\s\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]/g;

/**
 * An identifier without what people and systems get wrong: case, spaces and invisible characters, the Unicode form
 * (NFC, NFD, full-width), leading zeros. Two that are equal in this form are likely of one person. Only for comparison;
 * it is never sent.
 */
export function foldId(id: string): string {
  if (PLAIN.test(id)) return id;
  return id
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}
