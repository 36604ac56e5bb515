/** What is known of an operation, by its place in the row of the table. */
export const enum OperationFact {
  /** The record's number. */
  record,
  /** The physical line on which the record begins. */
  line,
  /** Where the operation begins and ends in the bytes of its requests. */
  start,
  end,
  /** Where its resource does. */
  dataStart,
  dataEnd,
  /** Where the JSON of the matching id does: of no length where the resource has none. */
  idStart,
  idEnd,
  /** Where the JSON of the display name does: of no length where the resource has none. */
  nameStart,
  nameEnd,
}

/** The number of facts. */
const WIDTH = 10;
/** From here on a fact is a place in the bytes. */
const FIRST_PLACE: number = OperationFact.start;

/** Operations in the order of their requests: numbers in one array, for there are as many as records. */
export interface Operations {
  readonly count: number;
  /** @param index from 0 */
  readonly fact: (index: number, fact: OperationFact) => number;
}

/** Takes down the operations that are being written. */
export class OperationTable {
  #facts = new Uint32Array(WIDTH * 1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Takes down an operation; everything but its record is to be noted. */
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

  /** Notes where something of the operation that was added last begins and ends; the fact of its end follows that of its beginning. */
  note(fact: OperationFact, start: number, end: number): void {
    const at = (this.#count - 1) * WIDTH + fact;
    this.#facts[at] = start;
    this.#facts[at + 1] = end;
  }

  /** The first ones, as they are now. Of use until {@link drop}. */
  first(count: number): Operations {
    const facts = this.#facts.subarray(0, count * WIDTH);
    return { count, fact: (index, fact) => facts[index * WIDTH + fact] ?? 0 };
  }

  /** Lets go of the first ones, whose bytes are let go of, too: the places of the others move. */
  drop(count: number, bytes: number): void {
    const facts = this.#facts;
    facts.copyWithin(0, count * WIDTH, this.#count * WIDTH);
    this.#count -= count;
    for (let at = 0; at < this.#count * WIDTH; at += WIDTH)
      for (let fact = FIRST_PLACE; fact < WIDTH; fact++) facts[at + fact] = (facts[at + fact] ?? 0) - bytes;
  }
}
