import type { ByteWriter } from '../../bytes/byteWriter';
import type { ColumnLookup } from '../compileRule';
import type { ByteRow } from './byteRow';

/** What came of writing the text of an expression. */
export const enum Plain {
  /** Something that only the expression itself can tell; what was written means nothing. */
  unknown,
  /** The value is null. */
  nothing,
  text,
}

/** The cells that expressions read. */
export interface PlainCells {
  readonly lookup: ColumnLookup;
  /** Marks of cells whose text is not to be made here. */
  readonly unknown: number;
}

/** Writes the text of an expression for a record: never empty, and nothing in it that has to be escaped. */
export type AppendPlain = (row: ByteRow, out: ByteWriter) => Plain;
