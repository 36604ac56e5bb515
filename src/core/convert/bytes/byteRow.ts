import type { CutRow } from '../../csv/byteTokenizer';
import { CellMark } from '../../csv/byteTokenizer';
import type { Cells, RuleOutcome } from '../compileRule';

/**
 * Reads the text of a column's cell out of valid UTF-8 bytes; `isWide` false: they are ASCII. Handed in, because a lane
 * reads it faster.
 */
export type ReadText = (bytes: Uint8Array, start: number, end: number, isWide: boolean, column: number) => string;

/** The row that was cut last, as a record: its cells as bytes, and as text on request. */
export class ByteRow {
  readonly cut: CutRow;
  bytes: Uint8Array = new Uint8Array();
  /** The same memory as 32-bit numbers, up to three bytes after a cell. */
  view: DataView = new DataView(new ArrayBuffer(0));
  number = 0;
  /** Whether a value that is sent may have a warning. */
  isDoubtful = false;
  /** The text that its rules made beyond the free part. */
  work = 0;
  /** The outcomes of rules that must not be evaluated twice, by their index. */
  readonly noted: (RuleOutcome | undefined)[] = [];
  readonly #readText: ReadText;
  readonly #texts: string[];
  /** By column, the record whose cell is available as text. */
  readonly #readFor: Float64Array;
  readonly #doubledQuote: string;

  constructor(cut: CutRow, columns: number, readText: ReadText) {
    this.cut = cut;
    this.#readText = readText;
    this.#texts = Array.from({ length: columns }, () => '');
    this.#readFor = new Float64Array(columns);
    this.#doubledQuote = cut.quote < 0 ? '' : String.fromCharCode(cut.quote, cut.quote);
  }

  /** Sets the memory in which rows are cut from now on. */
  read(bytes: Uint8Array, view: DataView): void {
    this.bytes = bytes;
    this.view = view;
  }

  /** Makes the row that was just cut this record; numbers are never used twice. */
  begin(number: number): void {
    this.number = number;
    this.isDoubtful = false;
    this.work = 0;
    if (this.noted.length > 0) this.noted.length = 0;
  }

  /** The texts of these columns, in an array of all; the others in it mean nothing. Of use until the next row. */
  cellsAt(columns: readonly number[]): Cells {
    for (const column of columns) {
      if (this.#readFor[column] === this.number) continue;
      this.#texts[column] = this.text(column);
      this.#readFor[column] = this.number;
    }
    return this.#texts;
  }

  /** All texts of the row, in an array of its own. */
  cells(): Cells {
    return Array.from({ length: this.cut.count }, (_, column) => this.text(column));
  }

  text(column: number): string {
    const marks = this.cut.marks[column] ?? 0;
    const start = this.cut.starts[column] ?? 0;
    const end = this.cut.ends[column] ?? 0;
    if (start === end) return '';
    const text = this.#readText(this.bytes, start, end, (marks & CellMark.wide) !== 0, column);
    if ((marks & CellMark.doubled) === 0) return text;
    return text.replaceAll(this.#doubledQuote, this.#doubledQuote.charAt(0));
  }
}
