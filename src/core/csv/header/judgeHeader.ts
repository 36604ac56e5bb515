import type { RecordProblem } from '../../problems/problem';
import { checkHeader } from './checkHeader';
import { likelierHeader } from '../csvProblems';
import type { Row } from '../row';
import { hasText } from '../row';

/** Rows below the header that are looked at before it is taken for one. */
export const rowsAhead = 20;

/** What is to be said of a row that should name the columns. */
export interface HeaderJudgement {
  /** Trimmed; those that have a name. */
  readonly columns: readonly string[];
  /** Where columns without a name are, counted from 0. */
  readonly unnamed: readonly number[];
  readonly problems: readonly RecordProblem[];
  /** A line below that looks more like the header. It is only shown: the user says which line counts. */
  readonly likelierLine?: number;
}

/**
 * Judges the header by itself and by the rows below it: some systems write titles above. A column without a name is a mistake where most of
 * these rows have something in it; an empty one is what a delimiter at the end of each line leaves, and is passed over.
 */
export function judgeHeader(row: Row, ahead: readonly Row[], isSettled = false): HeaderJudgement {
  const names = row.cells.map((cell) => cell.trim());
  const likelierLine = isSettled ? undefined : findLikelier(names, ahead);
  const unnamed = names.flatMap((name, position) => (name === '' ? [position] : []));
  const mayBeEmpty =
    isSettled || (likelierLine === undefined && !unnamed.some((position) => isFilled(position, ahead)));
  const columns = names.filter((name) => name !== '');
  const found = checkHeader(mayBeEmpty ? columns : names, row.line);
  // A title has no names that are to be corrected one by one
  const problems = (likelierLine === undefined ? found : found.slice(0, 1)).map((problem) => ({
    ...problem,
    message: problem.message + likelierHeader(likelierLine),
    ...(likelierLine === undefined ? {} : { header: likelierLine }),
  }));
  return { columns, unnamed, problems, ...(likelierLine === undefined ? {} : { likelierLine }) };
}

/** Whether most rows have something in a column. */
function isFilled(position: number, rows: readonly Row[]): boolean {
  const records = rows.filter(hasText);
  return records.filter(({ cells }) => cells[position]?.trim()).length * 2 > records.length;
}

/** The first row below that could be a header, where the current one fills less than half of what the rows below have. */
function findLikelier(names: readonly string[], ahead: readonly Row[]): number | undefined {
  const rows = ahead.filter(hasText);
  const width = commonestWidth(rows);
  const filled = names.filter((name) => name !== '').length;
  if (filled * 2 > width || filled === width) return undefined;
  const found = rows.findIndex((row) => looksLikeNames(row, width));
  // With nothing below it, it would be the header of nothing
  return found < 0 || found === rows.length - 1 ? undefined : rows[found]?.line;
}

/** Without the cells at the end that a delimiter too many leaves in every row. */
function commonestWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  while (width > 0 && rows.every(({ cells }) => (cells[width - 1] ?? '').trim() === '')) width--;
  return width;
}

/** Names are texts with letters, all different, nearly all there, and few of them have digits; identifiers and dates have. */
function looksLikeNames({ cells, line }: Row, width: number): boolean {
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) return false;
  const names = cells.filter((cell) => cell.trim() !== '');
  if (names.length * 4 < width * 3 || !names.every((name) => /\p{L}/u.test(name)) || /\d/.test(names[0] ?? ''))
    return false;
  const withDigits = names.filter((name) => /\d/.test(name)).length;
  return withDigits * 4 <= names.length && checkHeader(names, line).length === 0;
}
