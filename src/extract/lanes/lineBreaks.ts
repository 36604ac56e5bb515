import type { LineEnd } from '../../core/csv/lineEnds';

const lf = 10;
const cr = 13;

/** A line break, and how many bytes of the text there are up to its end. */
interface LineBreak {
  kind: LineEnd;
  end: number;
}

/**
 * Finds the physical line of a byte of UTF-8 text, for text that arrives in blocks and is passed row by row. Holds the
 * line breaks that have not been passed yet.
 */
export class LineBreaks {
  readonly #ahead: LineBreak[] = [];
  #passed = 0;
  #line: number;
  #length = 0;

  /** `firstLine` is the line that the text begins on. */
  constructor(firstLine: number) {
    this.#line = firstLine;
  }

  /** How many bytes have arrived. */
  get length(): number {
    return this.#length;
  }

  /** The line of the place that has been passed to. */
  get line(): number {
    return this.#line;
  }

  /** The line that the text has arrived at. */
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

  /** Passes what lies before `offset`, in bytes, and gives the line break that ends right there, if one does. */
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

  /** The line at `offset`, which has not been passed. */
  lineAt(offset: number): number {
    let line = this.#line;
    for (let at = this.#passed; (this.#ahead[at]?.end ?? Infinity) <= offset; at++) line++;
    return line;
  }
}
