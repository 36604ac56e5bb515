import type { LineEnd } from '../../core/csv/lineEnds';

const lf = 10;
const cr = 13;

/** A line break, and the number of bytes of the text up to its end. */
interface LineBreak {
  kind: LineEnd;
  end: number;
}

/**
 * Finds the physical line of a byte of UTF-8 text that arrives in blocks and is passed row by row. Holds the line breaks that have not
 * been passed yet.
 */
export class LineBreaks {
  readonly #ahead: LineBreak[] = [];
  #passed = 0;
  #line: number;
  #length = 0;

  /** `firstLine` is the line on which the text begins. */
  constructor(firstLine: number) {
    this.#line = firstLine;
  }

  /** Number of bytes that have arrived. */
  get length(): number {
    return this.#length;
  }

  /** The line of the last passed place. */
  get line(): number {
    return this.#line;
  }

  /** The line at the end of the text so far. */
  get lastLine(): number {
    return this.lineAt(this.#length);
  }

  push(block: Uint8Array): void {
    this.#ahead.splice(0, this.#passed);
    this.#passed = 0;
    for (const [index, byte] of block.entries()) {
      if (byte !== lf && byte !== cr) continue;
      const start = this.#length + index;
      const before = this.#ahead.at(-1);
      if (byte === lf && before?.kind === 'cr' && before.end === start) {
        before.kind = 'crlf';
        before.end++;
      } else this.#ahead.push({ kind: byte === lf ? 'lf' : 'cr', end: start + 1 });
    }
    this.#length += block.length;
  }

  /** Passes the text before `offset`, in bytes, and returns the line break that ends exactly there, if any. */
  passTo(offset: number): LineEnd | undefined {
    let last: LineBreak | undefined;
    for (let next = this.#ahead[this.#passed]; next !== undefined && next.end <= offset;) {
      last = next;
      this.#passed++;
      this.#line++;
      next = this.#ahead[this.#passed];
    }
    return last?.end === offset ? last.kind : undefined;
  }

  /** The line at `offset`, which must not be passed yet. */
  lineAt(offset: number): number {
    let line = this.#line;
    for (let at = this.#passed; (this.#ahead[at]?.end ?? Infinity) <= offset; at++) line++;
    return line;
  }
}
