import { CsvError, Parser } from 'csv-parse';
import { faultProblem, rowTooLarge, strayQuoteInCell } from '../../core/csv/csvProblems';
import type { Dialect, ExtractEvent, LaneOptions } from '../../core/csv/extractEvent';
import { extractLimits } from '../../core/csv/extractEvent';
import { LineEnds } from '../../core/csv/lineEnds';
import { LineSkipper } from '../../core/csv/lineSkipper';
import { rowFault } from '../../core/csv/rowFault';
import { RowJudge } from '../../core/csv/rowJudge';
import type { RecordProblem } from '../../core/problems/problem';
import type { ExtractLane } from './extractLane';
import { LineBreaks } from './lineBreaks';

/**
 * Cuts text with csv-parse: for a delimiter or quote of several characters. Its events are those of `ExtractReader`, except for what csv-
 * parse does not report: a fault has no column, the last rows before bytes that are not text may be missing, a misplaced quote has the
 * line on which its cell begins, and a limit applies to the row as a whole. Holds one row and one piece.
 */
export class CsvParseReader implements ExtractLane {
  readonly #dialect: Dialect;
  readonly #skipper: LineSkipper;
  readonly #judge: RowJudge;
  readonly #breaks: LineBreaks;
  readonly #lineEnds = new LineEnds();
  readonly #parser: Parser;
  /** Number of bytes that have been cut into rows. */
  #cutLength = 0;

  /** `dialect` must pass `dialectProblem`; everything else in `options` applies. */
  constructor(dialect: Dialect, options: LaneOptions, encoding: string) {
    const firstLine = options.header ?? (options.sepLine === undefined ? 1 : 2);
    this.#dialect = dialect;
    this.#skipper = new LineSkipper(firstLine - 1);
    this.#judge = new RowJudge(options, encoding);
    this.#breaks = new LineBreaks(firstLine);
    this.#parser = createParser(dialect, (cells, end) => this.#takeRow(cells, end));
  }

  get isStopped(): boolean {
    return this.#judge.isStopped;
  }

  async push(text: string): Promise<readonly ExtractEvent[]> {
    const below = this.#skipper.push(text);
    const nul = below.indexOf('\0');
    await this.#cut(nul < 0 ? below : below.slice(0, nul));
    if (nul >= 0) this.#judge.stopAt({ name: 'nulByte', line: this.#breaks.lastLine });
    return this.#judge.takeEvents();
  }

  async end(): Promise<readonly ExtractEvent[]> {
    if (!this.isStopped) await this.#run((done) => this.#parser.end(done));
    this.#judge.conclude(this.#lineEnds);
    return this.#judge.takeEvents();
  }

  abort(problem: RecordProblem): readonly ExtractEvent[] {
    this.#judge.stop({ ...problem, line: this.#breaks.lastLine - this.#skipper.linesLeft });
    return this.#judge.takeEvents();
  }

  async #cut(text: string): Promise<void> {
    if (text === '' || this.isStopped) return;
    const block = Buffer.from(text);
    this.#breaks.push(block);
    await this.#run((done) => this.#parser.write(block, done));
    // csv-parse counts the text in cells, and would accept any number of delimiters.
    if (this.#breaks.length - this.#cutLength > extractLimits.rowLength) {
      this.#judge.stop(rowTooLarge(this.#breaks.line));
    }
  }

  /** Waits until csv-parse has handled the input of `start`; by then it has handed over every complete row. */
  async #run(start: (done: (error?: Error | null) => void) => void): Promise<void> {
    const error = await new Promise<Error | null | undefined>(start);
    if (error instanceof CsvError) this.#judge.stop(this.#problemOf(error));
    else if (error instanceof Error) throw error;
  }

  #takeRow(cells: readonly string[], end: number): void {
    if (this.isStopped) return;
    const row = { line: this.#breaks.line, cells };
    const lineEnd = this.#breaks.passTo(end);
    this.#cutLength = end;
    this.#judge.stopAt(rowFault(row));
    if (lineEnd !== undefined) this.#judge.stopAt(this.#lineEnds.add(lineEnd, this.#breaks.line - 1));
    this.#judge.take(row, this.#dialect);
  }

  #problemOf(error: CsvError): RecordProblem {
    const line = this.#breaks.lineAt(lengthBeforeCell(error));
    switch (error.code) {
      case 'CSV_QUOTE_NOT_CLOSED':
        // csv-parse notices it at the end of the text; the cell it is in begins with the quote.
        return faultProblem({ name: 'unterminatedQuote', line });
      case 'CSV_INVALID_CLOSING_QUOTE':
      case 'INVALID_OPENING_QUOTE':
        return strayQuoteInCell(line);
      case 'CSV_MAX_RECORD_SIZE':
        return rowTooLarge(this.#breaks.line);
      default:
        throw error;
    }
  }
}

/**
 * The stream that cuts rows strictly by RFC 4180, except for the dialect. Rows are handed over while a piece is written and not read from
 * the stream, which loses its rows when there is an error later in the piece.
 */
function createParser({ delimiter, quote }: Dialect, onRow: (cells: readonly string[], end: number) => void): Parser {
  const parser = new Parser({
    // The second one is never found, because the first is tried before it. Its length matters: csv-parse looks ahead by the longest one,
    // and where a quote has several bytes it must see a whole delimiter after it.
    delimiter: [delimiter, delimiter + quote],
    quote,
    escape: quote === '' ? null : quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: extractLimits.rowLength,
    on_record: (cells: readonly string[], { bytes }) => {
      onRow(cells, bytes);
      return null;
    },
  });
  // The writer gets the same error; without a listener it would end the process.
  parser.on('error', () => undefined);
  return parser;
}

/** `bytes` of an error is the length of the text up to the end of the last complete cell. */
function lengthBeforeCell({ bytes }: CsvError): number {
  if (typeof bytes !== 'number') throw new TypeError('csv-parse does not tell how far it has come');
  return bytes;
}
