import type { ByteWriter } from '../../bytes/byteWriter';
import type { ColumnLookup } from '../compileRule';
import type { ByteRow } from './byteRow';

/** The result of writing the text of an expression. */
export const enum Plain {
  /** Only the expression itself can decide; the written bytes are meaningless. */
  unknown,
  /** The value is null. */
  nothing,
  text,
}

/** How expressions read cells. */
export interface PlainCells {
  readonly lookup: ColumnLookup;
  /** The marks of cells whose text cannot be written here. */
  readonly unknown: number;
}

/** Writes the text of an expression for a record: never empty, and without characters that JSON escapes. */
export type AppendPlain = (row: ByteRow, out: ByteWriter) => Plain;
