import type { Span } from '../../core/text/span';

/** A request as the list shows it. */
export interface ShownRequest {
  /** From 1, in the order of sending. */
  readonly number: number;
  readonly operations: number;
  /** Of its body. */
  readonly bytes: number;
  /** Of the first and the last operation: the lines on which their records begin, and their matching ids. */
  readonly lines: readonly [first: number, last: number];
  readonly ids: readonly [first: string, last: string];
}

/** All requests in numbers. */
export interface RequestTotals {
  readonly count: number;
  /** Of all bodies. */
  readonly bytes: number;
  /** Operations of the first request where it goes alone before all others, else 0. */
  readonly pilot: number;
}

/** An operation in the text of its request. */
export interface OperationPlace {
  readonly record: number;
  readonly span: Span;
}

/** The body of a request, as it would be sent. */
export interface RequestText {
  readonly number: number;
  readonly text: string;
  readonly operations: readonly OperationPlace[];
}
