import { MAX_OPERATIONS, writeBulkRequest } from '../../core/scim/bulkRequest';

/** Number of bytes of a request without its operations, and between two of them. */
const ENVELOPE = writeBulkRequest([]).length;
const SEPARATOR = ','.length;

/** The figures of a request that would be sent. */
export interface PlannedRequest {
  /** From 1, in the order of sending. */
  readonly number: number;
  readonly operations: number;
  /** Of its body. */
  readonly bytes: number;
  /** The records of its first and its last operation. */
  readonly first: number;
  readonly last: number;
}

/**
 * The requests that records become, grouped as sending does: 4 bytes per record for the length of its operation, and a few for each
 * request. The records are added in their order.
 */
export class RequestTable {
  /** The number of bytes of each record's operation; 0 for a record without one. */
  #sizes = new Uint32Array(4096);
  #records = 0;
  #requests: { operations: number; bytes: number; first: number; last: number }[] = [];
  #bytes = 0;
  #pilot = 0;

  /** Operations of the first request if it goes alone before all others, otherwise 0. */
  get pilot(): number {
    return this.#pilot;
  }

  get count(): number {
    return this.#requests.length;
  }

  /** Of all bodies. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @param record its number, from 1
   * @param bytes of its operation
   */
  add(record: number, bytes: number): void {
    if (record > this.#sizes.length) {
      const longer = new Uint32Array(Math.max(record, this.#sizes.length * 2));
      longer.set(this.#sizes);
      this.#sizes = longer;
    }
    this.#sizes[record - 1] = bytes;
    this.#records = Math.max(this.#records, record);
    this.#put(record, bytes);
  }

  /** Puts this many operations into the first request, which goes alone; 0 for none. */
  startWith(pilot: number): void {
    if (pilot === this.#pilot) return;
    this.#pilot = pilot;
    this.#requests = [];
    this.#bytes = 0;
    for (let record = 1; record <= this.#records; record++) {
      const size = this.#sizes[record - 1] ?? 0;
      if (size > 0) this.#put(record, size);
    }
  }

  /** The request of this number, if it exists. */
  at(number: number): PlannedRequest | undefined {
    const request = this.#requests[number - 1];
    return request && { number, ...request };
  }

  /** The number of the request with a record's operation; `undefined` for a record that has none, or has not been added. */
  of(record: number): number | undefined {
    if ((this.#sizes[record - 1] ?? 0) === 0) return undefined;
    let [low, high] = [0, this.#requests.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#requests[middle]?.last ?? 0) < record) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** The records whose operations are in a request, in their order. */
  recordsIn({ first, last }: PlannedRequest): readonly number[] {
    const records: number[] = [];
    for (let record = first; record <= last; record++) if ((this.#sizes[record - 1] ?? 0) > 0) records.push(record);
    return records;
  }

  #put(record: number, bytes: number): void {
    const open = this.#requests.at(-1);
    const room = this.#requests.length === 1 && this.#pilot > 0 ? this.#pilot : MAX_OPERATIONS;
    if (open === undefined || open.operations >= room) {
      this.#requests.push({ operations: 1, bytes: ENVELOPE + bytes, first: record, last: record });
      this.#bytes += ENVELOPE + bytes;
      return;
    }
    open.operations++;
    open.bytes += SEPARATOR + bytes;
    open.last = record;
    this.#bytes += SEPARATOR + bytes;
  }
}
