import { placed } from '../../json/placedProblems';
import type { Problem } from '../../problems/problem';
import type { Span } from '../../text/span';

/** Members of a problem's data that are offsets in the text: the places where something is missing in an expression. */
const OFFSETS = ['at', 'missingValueAt'];

/**
 * Moves a problem with its text: shifts its range and every place in its data by what `offset` returns for the range.
 */
export function moveProblem(problem: Problem, offset: (where: Span) => number): Problem {
  const by = offset(problem.span);
  if (by === 0) return problem;
  const moved = placed(problem, ({ start, end }) => ({ start: start + by, end: end + by }));
  const { data } = moved;
  if (data === undefined || !OFFSETS.some((name) => typeof data[name] === 'number')) return moved;
  const isOffset = (name: string, value: unknown): value is number =>
    OFFSETS.includes(name) && typeof value === 'number';
  return {
    ...moved,
    data: Object.fromEntries(
      Object.entries(data).map(([name, value]) => [name, isOffset(name, value) ? value + by : value]),
    ),
  };
}
