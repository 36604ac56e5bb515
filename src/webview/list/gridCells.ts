import type { ColumnKey } from './columns';

/** What the rows of a grid show in its columns. */
export interface GridCells<Row> {
  /** As text; `undefined` for a cell that the row does not have or that is not loaded yet. */
  readonly text: (row: Row, key: ColumnKey) => string | undefined;
  /** As it is drawn. */
  readonly view: (row: Row, key: ColumnKey) => unknown;
  /** The tooltip shows text that does not fit into a cell. */
  readonly title: (row: Row, key: ColumnKey) => string;
}
