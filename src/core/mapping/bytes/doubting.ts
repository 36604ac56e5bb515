import type { ResolvedRule } from '../model';
import { lengthLimitOf } from '../valueCheck';
import { isUserName } from './byteCheck';
import { Written } from './byteRule';
import type { WriteBytes } from './byteRule';

const SPACE = 0x20;

/** Marks the record as doubtful where there may be a warning for the value that is written. */
export function doubting(resolved: ResolvedRule, write: WriteBytes): WriteBytes {
  const limit = lengthLimitOf(resolved)?.characters;
  if (limit === undefined && !isUserName(resolved)) return write;
  return (row, out) => {
    const start = out.at;
    const written = write(row, out);
    if (written !== Written.value) return written;
    if (limit === undefined ? mayHoldSpace(out.bytes, start, out.at) : out.at - start - QUOTES > limit)
      row.isDoubtful = true;
    return written;
  };
}

/** UTF-8 has no fewer bytes than UTF-16 has units, and JSON is never shorter than what it says. */
const QUOTES = 2;

/** The first bytes of blanks beyond ASCII; other ASCII blanks JSON escapes. */
const BLANKS: ReadonlySet<number> = new Set([SPACE, 0xc2, 0xe1, 0xe2, 0xe3, 0xef]);

function mayHoldSpace(json: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = json[at] ?? 0;
    if ((byte <= SPACE || byte >= 0x80) && BLANKS.has(byte)) return true;
  }
  return false;
}
