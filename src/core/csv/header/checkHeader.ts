import type { RecordProblem } from '../../problems/problem';
import { duplicateHeader, emptyHeader } from '../csvProblems';

/**
 * The problems with the names of columns: empty names, and names that differ only in case and outer spaces. All of them
 * are reported, and all are fatal, because a rule could not say which column it means. Names such as `__proto__` or
 * `constructor` are ordinary names.
 */
export function checkHeader(columns: readonly string[], line: number): readonly RecordProblem[] {
  const problems: RecordProblem[] = [];
  const unnamed = columns.flatMap((column, index) => (column.trim() === '' ? [index] : []));
  if (unnamed.length > 0) problems.push(emptyHeader(unnamed, columns.length, line));
  const positions = new Map<string, number>();
  for (const [index, column] of columns.entries()) {
    const name = column.trim();
    const folded = name.toLowerCase();
    const earlier = positions.get(folded);
    if (name === '') continue;
    if (earlier !== undefined) problems.push(duplicateHeader(name, earlier, index + 1, line));
    else positions.set(folded, index + 1);
  }
  return problems;
}
