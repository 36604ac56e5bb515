import type { ByteWriter } from '../../bytes/byteWriter';
import type { ByteRow } from './byteRow';

/** What came of writing a place of a resource. */
export const enum Written {
  nothing,
  value,
  /** A problem, or the record is left out: what was written is to be taken back, and the record told by its rules. */
  odd,
}

/** Writes the JSON of a place for a record, or nothing. */
export type WriteBytes = (row: ByteRow, out: ByteWriter) => Written;
