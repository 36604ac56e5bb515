import type { ByteWriter } from '../../bytes/byteWriter';
import type { ByteRow } from './byteRow';

/** The result of writing a value of a resource. */
export const enum Written {
  nothing,
  value,
  /** There is a problem, or the record is left out: discard the written bytes and ask the rules for the outcome. */
  odd,
}

/** Writes the JSON of a value for a record, or nothing. */
export type WriteBytes = (row: ByteRow, out: ByteWriter) => Written;
