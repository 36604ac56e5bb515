import type { ResolvedRule } from '../../mapping/model/model';
import { lengthLimitOf } from '../valueCheck';
import { isUserName, mayHoldSpace } from './byteCheck';
import type { WriteBytes } from './written';
import { Written } from './written';

/** Marks the record as doubtful if the written value may have a warning. */
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

/**
 * The quotes around a JSON text. Its length in bytes is a safe bound: UTF-8 never has fewer bytes than UTF-16 has
 * units, and JSON is never shorter than its text.
 */
const QUOTES = 2;
