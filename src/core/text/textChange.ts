import type { Span } from './span';

/** What stood at a span has been replaced. */
export interface TextChange extends Span {
  /** How many characters stand there now. */
  readonly inserted: number;
}

/** The shortest stretch of a text that another one has differently. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same))
    same++;
  return { start, end: before.length - same, inserted: after.length - same - start };
}
