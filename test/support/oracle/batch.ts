/** One operation of a batch and the record it came from. */
export interface BatchMember {
  /** The record's number in the extract, from 1. */
  readonly record: number;
  /** The physical line on which the record begins, from 1. */
  readonly line: number;
  readonly externalId: string;
  readonly bulkId: string;
}

/** Up to 50 operations that go out as one request. */
export interface Batch {
  /** From 1, in the order of sending. */
  readonly number: number;
  /** The number of operations. */
  readonly operations: number;
  /** The request's body, exactly as it is sent. */
  readonly body: string;
  readonly members: readonly BatchMember[];
}
