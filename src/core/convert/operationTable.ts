/** The facts about an operation, as indexes into its row of the table. */
export const enum OperationFact {
  /** The record's number. */
  record,
  /** The physical line on which the record begins. */
  line,
  /** The range of the operation in the bytes of its requests. */
  start,
  end,
  /** The range of its resource. */
  dataStart,
  dataEnd,
  /** The range of the matching id as JSON; empty if the resource has none. */
  idStart,
  idEnd,
  /** The range of the display name as JSON; empty if the resource has none. */
  nameStart,
  nameEnd,
}

/** The number of facts. */
const WIDTH = 10;
/** From this one on, facts are offsets in the bytes. */
const FIRST_PLACE: number = OperationFact.start;

/**
 * Operations in the order of their requests, as numbers in one array, because there are as many operations as records.
 */
export interface Operations {
  readonly count: number;
  /** @param index from 0 */
  readonly fact: (index: number, fact: OperationFact) => number;
}

/** Collects the operations that are being written. */
export class OperationTable {
  #facts = new Uint32Array(WIDTH * 1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds an operation; note its ranges afterwards. */
  add(record: number, line: number): void {
    const at = this.#count++ * WIDTH;
    if (at + WIDTH > this.#facts.length) {
      const longer = new Uint32Array(this.#facts.length * 2);
      longer.set(this.#facts);
      this.#facts = longer;
    }
    this.#facts[at + OperationFact.record] = record;
    this.#facts[at + OperationFact.line] = line;
  }

  /** Notes a range of the operation that was added last; the fact for its end follows the fact for its start. */
  note(fact: OperationFact, start: number, end: number): void {
    const at = (this.#count - 1) * WIDTH + fact;
    this.#facts[at] = start;
    this.#facts[at + 1] = end;
  }

  /** The first operations in their current state. Valid until {@link drop}. */
  first(count: number): Operations {
    const facts = this.#facts.subarray(0, count * WIDTH);
    return { count, fact: (index, fact) => facts[index * WIDTH + fact] ?? 0 };
  }

  /** Removes the first operations together with their bytes, and moves the offsets of the others. */
  drop(count: number, bytes: number): void {
    const facts = this.#facts;
    facts.copyWithin(0, count * WIDTH, this.#count * WIDTH);
    this.#count -= count;
    for (let at = 0; at < this.#count * WIDTH; at += WIDTH)
      for (let fact = FIRST_PLACE; fact < WIDTH; fact++) facts[at + fact] = (facts[at + fact] ?? 0) - bytes;
  }
}
