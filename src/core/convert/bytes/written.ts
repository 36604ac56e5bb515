import type { ByteWriter } from '../../bytes/byteWriter';
import type { ByteRow } from './byteRow';

/** The outcome of writing a place of a resource. */
export const enum Written {
  nothing,
  value,
  /** A problem, or the record is left out: the written bytes must be discarded, and the rules give the outcome. */
  odd,
}

/** Writes the JSON of a place for a record, or nothing. */
export type WriteBytes = (row: ByteRow, out: ByteWriter) => Written;
