import type { RecordProblem } from '../../problems/problem';
import { checkHeader } from './checkHeader';
import { likelierHeader } from '../csvProblems';
import type { Row } from '../row';
import { hasText } from '../row';

/** The number of rows below the header by which it is judged. */
export const rowsAhead = 20;

/** The judgement of a row that may be the header. */
export interface HeaderJudgement {
  /** The names of the named columns, trimmed. */
  readonly columns: readonly string[];
  /** The positions of columns without a name, from 0. */
  readonly unnamed: readonly number[];
  readonly problems: readonly RecordProblem[];
  /** A line below that looks more like the header. Only a suggestion: the user decides. */
  readonly likelierLine?: number;
}

/**
 * Judges the header by itself and by the rows below it, because some systems write titles above the header. A column
 * without a name is an error if most of these rows have a cell in it. An empty one comes from a delimiter at the end of
 * each line, and is skipped.
 */
export function judgeHeader(row: Row, ahead: readonly Row[], isSettled = false): HeaderJudgement {
  const names = row.cells.map((cell) => cell.trim());
  const likelierLine = isSettled ? undefined : findLikelier(names, ahead);
  const unnamed = names.flatMap((name, position) => (name === '' ? [position] : []));
  const mayBeEmpty =
    isSettled || (likelierLine === undefined && !unnamed.some((position) => isFilled(position, ahead)));
  const columns = names.filter((name) => name !== '');
  const found = checkHeader(mayBeEmpty ? columns : names, row.line);
  // Do not report each cell of a title as a wrong name
  const problems = (likelierLine === undefined ? found : found.slice(0, 1)).map((problem) => ({
    ...problem,
    message: problem.message + likelierHeader(likelierLine),
    ...(likelierLine === undefined ? {} : { header: likelierLine }),
  }));
  return { columns, unnamed, problems, ...(likelierLine === undefined ? {} : { likelierLine }) };
}

/** Whether most rows with text have text in a column. */
function isFilled(position: number, rows: readonly Row[]): boolean {
  const records = rows.filter(hasText);
  return records.filter(({ cells }) => cells[position]?.trim()).length * 2 > records.length;
}

/**
 * The first row below that may be the header, if the current one has at most half as many cells as the rows below it.
 */
function findLikelier(names: readonly string[], ahead: readonly Row[]): number | undefined {
  const rows = ahead.filter(hasText);
  const width = mostFrequentWidth(rows);
  const filled = names.filter((name) => name !== '').length;
  if (filled * 2 > width || filled === width) return undefined;
  const found = rows.findIndex((row) => looksLikeNames(row, width));
  // The last row cannot be the header, because nothing is below it
  return found < 0 || found === rows.length - 1 ? undefined : rows[found]?.line;
}

/** The most frequent number of cells, without the trailing cells that an extra delimiter leaves in every row. */
function mostFrequentWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
  while (width > 0 && rows.every(({ cells }) => (cells[width - 1] ?? '').trim() === '')) width--;
  return width;
}

/**
 * Whether a row looks like column names: texts with letters, all different and nearly all present. Few contain digits,
 * unlike identifiers and dates.
 */
function looksLikeNames({ cells, line }: Row, width: number): boolean {
  if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')) return false;
  const names = cells.filter((cell) => cell.trim() !== '');
  if (names.length * 4 < width * 3 || !names.every((name) => /\p{L}/u.test(name)) || /\d/.test(names[0] ?? ''))
    return false;
  const withDigits = names.filter((name) => /\d/.test(name)).length;
  return withDigits * 4 <= names.length && checkHeader(names, line).length === 0;
}
