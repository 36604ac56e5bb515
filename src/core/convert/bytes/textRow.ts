import { ByteWriter } from '../../bytes/byteWriter';
import type { CutRow } from '../../csv/byteTokenizer';
import { marksIn } from '../../csv/byteTokenizer';
import type { Cells } from '../compileRule';
import type { MappedRecord } from '../compileMapping';
import { ByteRow } from './byteRow';

const CAPACITY = 4096;
const NO_QUOTE = -1;

/** Consecutive unquoted cells. */
class ConsecutiveCells implements CutRow {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly marks: Uint8Array;
  readonly count: number;
  readonly quote = NO_QUOTE;
  rowLine = 0;

  constructor(columns: number) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.marks = new Uint8Array(columns);
    this.count = columns;
  }
}

/** Writes records of text as bytes, so that they are converted like records that are tokenized as bytes. */
export class TextRow {
  readonly #cells = new ByteWriter(CAPACITY);
  readonly #cut: ConsecutiveCells;
  readonly #row: ByteRow;
  #texts: Cells = [];

  constructor(columns: number) {
    this.#cut = new ConsecutiveCells(columns);
    this.#row = new ByteRow(this.#cut, columns, (_bytes, _start, _end, _isWide, column) => this.#texts[column] ?? '');
  }

  /** The record as a row, which is valid until the next call. */
  of({ number, line, cells }: MappedRecord): ByteRow {
    const out = this.#cells;
    const { starts, ends, marks, count } = this.#cut;
    out.at = 0;
    for (let column = 0; column < count; column++) {
      const start = out.at;
      out.appendText(cells[column] ?? '');
      starts[column] = start;
      ends[column] = out.at;
      marks[column] = marksIn(out.bytes, start, out.at);
    }
    this.#texts = cells;
    this.#cut.rowLine = line;
    this.#row.read(out.bytes, out.view);
    this.#row.begin(number);
    return this.#row;
  }
}
