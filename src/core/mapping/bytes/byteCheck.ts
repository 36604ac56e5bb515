import type { ResolvedRule } from '../model';
import { MAX_DOMAIN, MAX_LOCAL_PART, valueCheckOf } from '../valueCheck';
import type { ByteRow } from './byteRow';
import { mayBeDamaged } from './cellDoubt';

const AT = 0x40;

/** Whether the check of a rule's values refuses a cell as it is; `undefined`: there is no check. */
export function compileCheck(resolved: ResolvedRule): ((row: ByteRow, column: number) => boolean) | undefined {
  const check = valueCheckOf(resolved);
  if (check === undefined) return undefined;
  const mayBeRefused = isUserName(resolved) ? mayBeNoName : mayBeDamaged;
  return (row, column) => {
    const { cut, bytes } = row;
    const start = cut.starts[column] ?? 0;
    const end = cut.ends[column] ?? 0;
    return mayBeRefused(bytes, start, end, cut.marks[column] ?? 0) && check(row.text(column)) !== undefined;
  };
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
