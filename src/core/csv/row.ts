/** One row of the file, including the header. A blank line is a row with one empty cell. */
export interface Row {
  /** The physical line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Whether a row has text. Blank lines and rows that consist of delimiters do not. */
export function hasText(row: Row): boolean {
  return row.cells.some((cell) => cell.trim() !== '');
}
