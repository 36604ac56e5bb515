/** One row as it stands in the file, header or not. A blank line is a row of one empty cell. */
export interface Row {
  /** The physical line on which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Whether a row holds anything: blank lines and rows of delimiters alone do not. */
export function hasText(row: Row): boolean {
  return row.cells.some((cell) => cell.trim() !== '');
}
