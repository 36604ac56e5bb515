import { tooLarge } from '../core/csv/csvProblems';
import type { RecordProblem } from '../core/problems/problem';
import { blockLength } from './readExtract';

/** Number of bytes that may be read. */
export interface LimitedBytes {
  readonly bytes: Uint8Array;
  /** The extract exceeds its limit. */
  readonly problem?: RecordProblem;
}

const NO_BYTES = new Uint8Array();

/** Where the block that contains a limit begins. */
export function lastBlockWithin(limit: number): number {
  return Math.floor(limit / blockLength) * blockLength;
}

/**
 * Keeps an extract within its size, as `readExtract` does: the block that exceeds the limit is not read at all. So results from that block
 * are held back until it is known to be within the limit.
 */
export class ByteLimit {
  readonly #limit: number;
  /** Where the block that contains the limit begins. */
  readonly #last: number;
  #length: number;
  #held: Uint8Array[] = [];

  /** `length` bytes have been read, none of them from the block that contains the limit. */
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

  /** The results that were held back. */
  end(): LimitedBytes {
    return { bytes: this.#held.length === 0 ? NO_BYTES : Buffer.concat(this.#held) };
  }
}
