import type { Span } from './span';

/** A replacement of the text in a span. */
export interface TextChange extends Span {
  /** The number of characters that replace it. */
  readonly inserted: number;
}

/** The shortest range in which two texts differ. */
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
