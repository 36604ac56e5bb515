/** A half-open range of a text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** Whether `offset` is within the range or at one of its ends, as for a cursor. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
