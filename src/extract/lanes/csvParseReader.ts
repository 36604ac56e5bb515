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
 * Cuts text with csv-parse: for a delimiter or quote of several characters. It gives the events that `ExtractReader` would
 * give, except for what csv-parse does not report: the column of a fault, the last rows before bytes that are not text may be missing, a
 * misplaced quote has the line on which its cell begins, and a row as a whole has a limit. Holds one row and one piece.
 */
export class CsvParseReader implements ExtractLane {
  readonly #dialect: Dialect;
  readonly #skipper: LineSkipper;
  readonly #judge: RowJudge;
  readonly #breaks: LineBreaks;
  readonly #lineEnds = new LineEnds();
  readonly #parser: Parser;
  /** How many bytes have been cut into rows. */
  #cutLength = 0;

  /** `dialect` is one that `dialectProblem` has nothing to say of; of `options` everything else counts. */
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
    // What csv-parse counts is text in cells; of delimiters alone it would take any number.
    if (this.#breaks.length - this.#cutLength > extractLimits.rowLength) {
      this.#judge.stop(rowTooLarge(this.#breaks.line));
    }
  }

  /** Waits until csv-parse is through with what `start` gives it; by then it has handed over every row it could. */
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
 * The stream that cuts rows, strictly after RFC 4180 but for the dialect. Rows are handed over while a piece is written and
 * not read from the stream, which forgets what it holds when there is an error further down in the piece.
 */
function createParser({ delimiter, quote }: Dialect, onRow: (cells: readonly string[], end: number) => void): Parser {
  const parser = new Parser({
    // The second is never found, since the first is looked for before. It is there for its length: csv-parse looks ahead as
    // far as the longest, and where a quote has several bytes it needs to see a whole delimiter after it.
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

/** `bytes` of an error is the length of the text up to the last cell that has ended. */
function lengthBeforeCell({ bytes }: CsvError): number {
  if (typeof bytes !== 'number') throw new TypeError('csv-parse does not tell how far it has come');
  return bytes;
}
