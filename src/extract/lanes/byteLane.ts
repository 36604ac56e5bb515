import { ByteTokenizer, RowCut } from '../../core/csv/byteTokenizer';
import type { ExtractEvent, ExtractHeader, LaneOptions } from '../../core/csv/extractEvent';
import { ColumnFit, namedPositions } from '../../core/csv/header/columnFit';
import { LineEnds } from '../../core/csv/lineEnds';
import { ResumedReader } from '../../core/csv/resumedReader';
import { RowJudge } from '../../core/csv/rowJudge';
import { ByteRow } from '../../core/convert/bytes/byteRow';
import { ByteWindow } from './byteWindow';

const CAPACITY = 1024 * 1024;
const lf = 10;
const cr = 13;

/** Receives what a lane has read. */
export interface RowTaker {
  /** The row is valid until this returns. True: the results must be taken before more rows come. */
  readonly takeRow: (row: ByteRow) => boolean;
  /** The same for problems of rows. */
  readonly take: (events: readonly ExtractEvent[]) => boolean;
}

/** Whether a row contains text; its first byte nearly always decides. */
function hasText(row: ByteRow): boolean {
  const { cut, bytes } = row;
  const first = bytes[cut.starts[0] ?? 0] ?? 0;
  if (cut.starts[0] !== cut.ends[0] && first > 0x20 && first < 0x80) return true;
  return Array.from({ length: cut.count }, (_, column) => row.text(column)).some((cell) => cell.trim() !== '');
}

/**
 * Reads the records of an extract as bytes, valid UTF-8, and passes them to the converter. Irregular rows are checked as text; at a
 * possible fault the lane stops and leaves the rest to a reader of text.
 */
export class ByteLane {
  /** Whether it stopped because its receiver asked for it: the pushed bytes may contain more rows. */
  isPaused = false;
  readonly #header: ExtractHeader;
  readonly #window = new ByteWindow(CAPACITY);
  readonly #tokenizer: ByteTokenizer;
  readonly #judge: RowJudge;
  readonly #fit: ColumnFit;
  readonly #lineEnds = new LineEnds();
  readonly #row: ByteRow;
  #hasLf = false;
  #hasCrLf = false;

  /** `header` is the one that a reader of text found with the same `options`. */
  constructor(header: ExtractHeader, options: LaneOptions) {
    this.#header = header;
    this.#fit = new ColumnFit(header);
    this.#tokenizer = new ByteTokenizer(header.dialect, options.header ?? (options.sepLine === undefined ? 1 : 2));
    this.#judge = new RowJudge(options, header.encoding);
    this.#row = new ByteRow(this.#tokenizer, header.columns.length, (_, start, end, isWide) =>
      isWide ? this.#window.bytes.toString('utf8', start, end) : this.#window.asciiText(start, end),
    );
  }

  push(bytes: Uint8Array): void {
    this.#window.push(bytes);
  }

  /** Skips everything up to the header, which must be in the pushed bytes. Returns false if it is not. */
  passHeader(isLast: boolean): boolean {
    if (!this.#skipLines(this.#tokenizer.line - 1)) return false;
    for (;;) {
      const cut = this.#cut(isLast);
      if (cut !== RowCut.row) return false;
      this.#row.read(this.#window.bytes, this.#window.view);
      this.#row.begin(0);
      const cells = this.#row.cells();
      if (this.#tokenizer.rowLine < this.#header.line) continue;
      this.#judge.beginBelow(this.#header);
      const names = namedPositions(this.#header).map((position) => cells[position]?.trim());
      return names.join('\0') === this.#header.columns.join('\0');
    }
  }

  /** Passes on all rows that end in the pushed bytes, or up to a fatal problem; false: the rest must be read as text. */
  convert(taker: RowTaker, isLast: boolean): boolean {
    const row = this.#row;
    row.read(this.#window.bytes, this.#window.view);
    this.isPaused = false;
    for (;;) {
      const cut = this.#cut(isLast);
      if (cut === RowCut.odd) return false;
      if (cut !== RowCut.row) return true;
      if (this.#isRegular(row) && !this.#judge.isFull) {
        row.begin(this.#judge.countRecord());
        if (taker.takeRow(row)) {
          this.isPaused = true;
          return true;
        }
      } else {
        this.#judge.take({ line: this.#tokenizer.rowLine, cells: row.cells() }, this.#header.dialect);
        this.isPaused = taker.take(this.#judge.takeEvents());
        if (this.isPaused || this.#judge.isStopped) return true;
      }
    }
  }

  /** Whether the last row is a record; empty cells beyond the named columns are removed from it. */
  #isRegular(row: ByteRow): boolean {
    const { unnamed, columns } = this.#header;
    const tokenizer = this.#tokenizer;
    if (unnamed === undefined && tokenizer.count === columns.length) return hasText(row);
    const fit = this.#fit.fitCut(tokenizer);
    if (fit === undefined || !hasText(row)) return false;
    if (fit.hasSurplus && !this.#judge.isFull) this.#judge.noteSurplus(tokenizer.rowLine);
    return true;
  }

  /** The problems of the extract as a whole, after the last row. */
  conclude(): readonly ExtractEvent[] {
    this.#judge.conclude(this.#lineEnds);
    return this.#judge.takeEvents();
  }

  /** A reader that continues with the remaining bytes, as text. */
  readOn(): { readonly reader: ResumedReader; readonly rest: Uint8Array } {
    const { dialect } = this.#header;
    const state = { dialect, line: this.#tokenizer.line, judge: this.#judge, lineEnds: this.#lineEnds };
    return { reader: new ResumedReader(state), rest: this.#window.rest() };
  }

  #cut(isLast: boolean): RowCut {
    const window = this.#window;
    const cut = this.#tokenizer.cut(window, window.start, window.length, isLast);
    if (cut !== RowCut.row) return cut;
    window.start = this.#tokenizer.end;
    const { lineEnd } = this.#tokenizer;
    if (lineEnd === 'lf' ? !this.#hasLf : lineEnd === 'crlf' && !this.#hasCrLf) this.#noteLineEnd();
    return cut;
  }

  #noteLineEnd(): void {
    const { lineEnd, line } = this.#tokenizer;
    if (lineEnd !== undefined) this.#lineEnds.add(lineEnd, line - 1);
    this.#hasLf ||= lineEnd === 'lf';
    this.#hasCrLf ||= lineEnd === 'crlf';
  }

  #skipLines(count: number): boolean {
    const window = this.#window;
    for (let left = count; left > 0; left--) {
      let at = window.start;
      while (at < window.length && window.bytes[at] !== lf && window.bytes[at] !== cr) at++;
      if (at + 1 >= window.length) return false;
      window.start = window.bytes[at] === cr && window.bytes[at + 1] === lf ? at + 2 : at + 1;
    }
    return true;
  }
}
