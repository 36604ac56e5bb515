import { tooLarge } from '../core/csv/csvProblems';
import type { RecordProblem } from '../core/problems/problem';
import { blockLength } from './readExtract';

/** Bytes that may be read. */
export interface LimitedBytes {
  readonly bytes: Uint8Array;
  /** The extract is larger than it may be. */
  readonly problem?: RecordProblem;
}

const NO_BYTES = new Uint8Array();

/** Where the block begins in which a limit is. */
export function lastBlockWithin(limit: number): number {
  return Math.floor(limit / blockLength) * blockLength;
}

/**
 * Keeps an extract within its size, as `readExtract` does: nothing is read of the block in which the limit is passed. So
 * what comes in that block is held back until it is known that the limit keeps.
 */
export class ByteLimit {
  readonly #limit: number;
  /** Where the block begins in which the limit is. */
  readonly #last: number;
  #length: number;
  #held: Uint8Array[] = [];

  /** `length` bytes have been read, none of the block in which the limit is. */
  constructor(length: number, limit: number) {
    this.#limit = limit;
    this.#last = lastBlockWithin(limit);
    this.#length = length;
  }

  push(bytes: Uint8Array): LimitedBytes {
    const free = Math.max(0, this.#last - this.#length);
    this.#length += bytes.length;
    if (this.#length <= this.#last) return { bytes };
    const given = bytes.subarray(0, free);
    if (this.#length > this.#limit) return { bytes: given, problem: tooLarge('byte', this.#limit) };
    this.#held.push(bytes.slice(free));
    return { bytes: given };
  }

  /** What was held back. */
  end(): LimitedBytes {
    return { bytes: this.#held.length === 0 ? NO_BYTES : Buffer.concat(this.#held) };
  }
}
