import type { ResolvedRule } from '../../mapping/model/model';
import { MAX_DOMAIN, MAX_LOCAL_PART } from '../../scim/userNamePolicy';
import { MAX_ID, valueCheckOf } from '../valueCheck';
import { mayBeDamaged } from './cellDoubt';

const AT = 0x40;
const SPACE = 0x20;

/**
 * Returns false only for bytes whose text passes the check of the value. `marks` are the tokenizer's marks for the
 * cell.
 */
export type MayBeRefused = (bytes: Uint8Array, start: number, end: number, marks: number) => boolean;

/** Which values the check for a rule may refuse; `undefined` if the rule has no check. */
export function mayBeRefused(resolved: ResolvedRule): MayBeRefused | undefined {
  if (valueCheckOf(resolved) === undefined) return undefined;
  return isUserName(resolved) ? mayBeInvalidName : mayBeInvalidId;
}

/** Comparing bytes is safe, because UTF-8 never has fewer bytes than UTF-16 has units. */
function mayBeInvalidId(bytes: Uint8Array, start: number, end: number, marks: number): boolean {
  return end - start > MAX_ID || mayBeDamaged(bytes, start, end, marks);
}

/** Whether the values of a rule are user names. */
export function isUserName({ path }: ResolvedRule): boolean {
  return path.urn === undefined && path.attribute === 'userName';
}

/**
 * Returns false only for values that certainly satisfy the username policy: without marks, and with text on both sides
 * of a single @, or without an @.
 */
function mayBeInvalidName(bytes: Uint8Array, start: number, end: number, marks: number): boolean {
  if (marks !== 0) return true;
  let at = start;
  while (at < end && bytes[at] !== AT) at++;
  if (at === end) return end - start > MAX_LOCAL_PART;
  const [local, domain] = [at - start, end - at - 1];
  if (local === 0 || domain === 0 || local > MAX_LOCAL_PART || domain > MAX_DOMAIN) return true;
  for (let from = at + 1; from < end; from++) if (bytes[from] === AT) return true;
  return false;
}

/** The first bytes of blanks outside ASCII, and the space. JSON escapes the other ASCII blanks. */
const BLANKS: ReadonlySet<number> = new Set([SPACE, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/**
 * Accepts JSON or a cell. `false` is correct for a cell with a control character as well, because that is not a user
 * name.
 */
export function mayHoldSpace(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte <= SPACE || byte >= 0x80) && BLANKS.has(byte)) return true;
  }
  return false;
}
