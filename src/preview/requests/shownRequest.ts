import type { Span } from '../../core/text/span';

/** A request in the form that the list shows. */
export interface ShownRequest {
  /** From 1, in the order of sending. */
  readonly number: number;
  readonly operations: number;
  /** The size of its body. */
  readonly bytes: number;
  /** For the first and the last operation: the lines on which their records begin, and their matching ids. */
  readonly lines: readonly [first: number, last: number];
  readonly ids: readonly [first: string, last: string];
}

/** Totals of all requests. */
export interface RequestTotals {
  readonly count: number;
  /** The size of all bodies. */
  readonly bytes: number;
  /**
   * The number of operations of the pilot, the first request that is sent alone before all others; 0 without a pilot.
   */
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
