import type { Problem } from '../problem';
import type { Span } from '../text/span';

/** For sorting problems by where they begin, those at one place by where they end. */
export function byPlace(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

/**
 * The problem as it stands in a text that its own lies in: every place is moved by `place`, those in `data` included.
 * What counts as a place in `data`, at any depth, is an object of exactly the numbers `start` and `end`.
 */
export function placed(problem: Problem, place: (offset: number) => number): Problem {
  const { data, ...rest } = problem;
  const span = movedSpan(problem.span, place);
  return data === undefined ? { ...rest, span } : { ...rest, span, data: movedData(data, place) as typeof data };
}

function movedData(data: unknown, place: (offset: number) => number): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((element) => movedData(element, place));
  if (isSpan(data)) return movedSpan(data, place);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, movedData(value, place)]));
}

function movedSpan({ start, end }: Span, place: (offset: number) => number): Span {
  return { start: place(start), end: place(end) };
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
