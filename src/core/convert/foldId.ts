/** Nearly every identifier: nothing in it that folding would change. */
const PLAIN = /^[1-9a-z][0-9a-z._@-]*$/;

/** Blanks of every kind, and characters that nobody sees. */
const UNSEEN = /\u034f|[\s\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]/g;

/**
 * An identifier without what people and systems get wrong: case, blanks and unseen characters, the Unicode form (NFC, NFD,
 * full-width), zeros in front. Two that are equal so are likely one person's. For comparing only; it is never sent.
 */
export function foldId(id: string): string {
  if (PLAIN.test(id)) return id;
  return id
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}
