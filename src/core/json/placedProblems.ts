import type { Problem } from '../problems/problem';
import type { Span } from '../text/span';

/** Compares problems by start, then by end. */
export function byPlace(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/**
 * Moves a problem into a text that contains its own: `place` maps every range, including those in `data`. A range in
 * `data`, at any depth, is an object with exactly the numbers `start` and `end`.
 */
export function placed(problem: Problem, place: (span: Span) => Span): Problem {
  const { code, severity, message, data } = problem;
  const span = place(problem.span);
  if (data === undefined) return { code, severity, message, span };
  return { code, severity, message, span, data: movedData(data, place) as typeof data };
}

/** Moves ranges by a number of characters. */
export function movedBy(offset: number): (span: Span) => Span {
  return ({ start, end }) => ({ start: start + offset, end: end + offset });
}

/** Data without ranges. Most data has none, and is visited at every keystroke. */
const unplaced = new WeakSet();

/** Returns the same value if nothing in it moves. */
function movedData(data: unknown, place: (span: Span) => Span): unknown {
  if (typeof data !== 'object' || data === null || unplaced.has(data)) return data;
  if (isSpan(data)) return place(data);
  const moved = Array.isArray(data) ? data.map((element) => movedData(element, place)) : movedMembers(data, place);
  if (Object.entries(data).some(([name, value]) => value !== (moved as Record<string, unknown>)[name])) return moved;
  unplaced.add(data);
  return data;
}

function movedMembers(data: object, place: (span: Span) => Span): object {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, movedData(value, place)]));
}

function isSpan(value: object): value is Span {
  return (
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number' &&
    Object.keys(value).length === 2
  );
}
