/** One row of the file, header or not. A blank line is a row of one empty cell. */
export interface Row {
  /** The physical line on which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Whether a row has any text: blank lines and rows of only delimiters do not. */
export function hasText(row: Row): boolean {
  return row.cells.some((cell) => cell.trim() !== '');
}
