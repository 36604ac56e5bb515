import type { CutRow } from '../../csv/byteTokenizer';
import { CellMark } from '../../csv/byteTokenizer';
import type { Cells, RuleOutcome } from '../compileRule';

/**
 * Decodes the text of a column's cell from valid UTF-8 bytes; with `isWide` false, they are ASCII. Injected, because a
 * lane decodes it faster.
 */
export type ReadText = (bytes: Uint8Array, start: number, end: number, isWide: boolean, column: number) => string;

/** The row that was tokenized last, as a record: its cells as bytes, and as text on request. */
export class ByteRow {
  readonly cut: CutRow;
  bytes: Uint8Array = new Uint8Array();
  /** A view of the same memory for 32-bit access, which may extend up to three bytes past a cell. */
  view: DataView = new DataView(new ArrayBuffer(0));
  number = 0;
  /** Whether a value that is sent may need a warning. */
  isDoubtful = false;
  /** The amount of text that its rules produced beyond the free part. */
  work = 0;
  /** The outcomes of rules that must not be evaluated twice, by rule index. */
  readonly noted: (RuleOutcome | undefined)[] = [];
  readonly #readText: ReadText;
  readonly #texts: string[];
  /** By column, the number of the record whose cell is decoded. */
  readonly #readFor: Float64Array;
  readonly #doubledQuote: string;

  constructor(cut: CutRow, columns: number, readText: ReadText) {
    this.cut = cut;
    this.#readText = readText;
    this.#texts = Array.from({ length: columns }, () => '');
    this.#readFor = new Float64Array(columns);
    this.#doubledQuote = cut.quote < 0 ? '' : String.fromCharCode(cut.quote, cut.quote);
  }

  /** Sets the memory that holds the rows from now on. */
  read(bytes: Uint8Array, view: DataView): void {
    this.bytes = bytes;
    this.view = view;
  }

  /** Makes the row that was just tokenized the record with this number. Numbers must not repeat. */
  begin(number: number): void {
    this.number = number;
    this.isDoubtful = false;
    this.work = 0;
    if (this.noted.length > 0) this.noted.length = 0;
  }

  /**
   * The texts of these columns, in an array of all columns whose other elements are meaningless. Valid until the next
   * row.
   */
  cellsAt(columns: readonly number[]): Cells {
    for (const column of columns) {
      if (this.#readFor[column] === this.number) continue;
      this.#texts[column] = this.text(column);
      this.#readFor[column] = this.number;
    }
    return this.#texts;
  }

  /** All texts of the row, in a new array. */
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
