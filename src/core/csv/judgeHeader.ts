import type { RecordProblem } from '../problems/problem';
import { checkHeader } from './checkHeader';
import { likelierHeader } from './csvProblems';
import type { Row } from './row';
import { hasText } from './row';

/** Rows below the header that are looked at before it is taken for one. */
export const rowsAhead = 20;

/** What is to be said of a row that should name the columns. */
export interface HeaderJudgement {
  /** Trimmed. */
  readonly columns: readonly string[];
  readonly problems: readonly RecordProblem[];
  /** A line below that looks more like the header. It is only told: which line counts, the user says. */
  readonly likelierLine?: number;
}

/** Judges the header by itself and by the rows below it: some systems write titles above. */
export function judgeHeader(row: Row, ahead: readonly Row[]): HeaderJudgement {
  const columns = row.cells.map((cell) => cell.trim());
  const likelierLine = findLikelier(columns, ahead);
  const problems = checkHeader(columns, row.line).map((problem) => ({
    ...problem,
    message: problem.message + likelierHeader(likelierLine),
  }));
  return { columns, problems, ...(likelierLine === undefined ? {} : { likelierLine }) };
}

/** The first row below that could be a header, where the one at hand fills less than half of what the rows below have. */
function findLikelier(columns: readonly string[], ahead: readonly Row[]): number | undefined {
  const rows = ahead.filter(hasText);
  const width = commonestWidth(rows);
  const filled = columns.filter((column) => column !== '').length;
  if (filled * 2 > width || filled === width) return undefined;
  const found = rows.findIndex((row) => row.cells.length === width && looksLikeNames(row));
  // With nothing below it, it would be the header of nothing
  return found < 0 || found === rows.length - 1 ? undefined : rows[found]?.line;
}

function commonestWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Names are texts with letters, all different, and few of them have digits; identifiers and dates have. */
function looksLikeNames({ cells, line }: Row): boolean {
  if (!cells.every((cell) => /\p{L}/u.test(cell)) || /\d/.test(cells[0] ?? '')) return false;
  const withDigits = cells.filter((cell) => /\d/.test(cell)).length;
  return withDigits * 4 <= cells.length && checkHeader(cells, line).length === 0;
}
