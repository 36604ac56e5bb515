import type { ResolvedRule } from '../../mapping/model/model';
import { MAX_DOMAIN, MAX_LOCAL_PART } from '../../scim/userNamePolicy';
import { MAX_ID, valueCheckOf } from '../valueCheck';
import { mayBeDamaged } from './cellDoubt';

const AT = 0x40;
const SPACE = 0x20;

/** False only for bytes whose text a check of values does not refuse. `marks` are what the tokenizer found in them. */
export type MayBeRefused = (bytes: Uint8Array, start: number, end: number, marks: number) => boolean;

/** What the check of a rule's values may refuse; `undefined`: there is no check. */
export function mayBeRefused(resolved: ResolvedRule): MayBeRefused | undefined {
  if (valueCheckOf(resolved) === undefined) return undefined;
  return isUserName(resolved) ? mayBeNoName : mayBeNoId;
}

/** UTF-8 has no fewer bytes than UTF-16 has units. */
function mayBeNoId(bytes: Uint8Array, start: number, end: number, marks: number): boolean {
  return end - start > MAX_ID || mayBeDamaged(bytes, start, end, marks);
}

/** Whether the values of a rule are user names. */
export function isUserName({ path }: ResolvedRule): boolean {
  return path.urn === undefined && path.attribute === 'userName';
}

/** False only for what is surely of the username policy: nothing special, and parts on both sides of one @, or no @. */
function mayBeNoName(bytes: Uint8Array, start: number, end: number, marks: number): boolean {
  if (marks !== 0) return true;
  let at = start;
  while (at < end && bytes[at] !== AT) at++;
  if (at === end) return end - start > MAX_LOCAL_PART;
  const [local, domain] = [at - start, end - at - 1];
  if (local === 0 || domain === 0 || local > MAX_LOCAL_PART || domain > MAX_DOMAIN) return true;
  for (let from = at + 1; from < end; from++) if (bytes[from] === AT) return true;
  return false;
}

/** The first bytes of blanks beyond ASCII; other ASCII blanks JSON escapes. */
const BLANKS: ReadonlySet<number> = new Set([SPACE, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

/** Of a text as JSON, or of a cell: then `false` is right, too, because a cell with a control is not a user name. */
export function mayHoldSpace(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte <= SPACE || byte >= 0x80) && BLANKS.has(byte)) return true;
  }
  return false;
}
