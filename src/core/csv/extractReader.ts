import type { RecordProblem } from '../problem';
import { checkHeader } from './checkHeader';
import {
  ambiguousDelimiter,
  blankRows,
  emptyFile,
  faultProblem,
  fieldCount,
  headerNotFound,
  mixedLineEnds,
  noRows,
  unusableDialect,
} from './csvProblems';
import { detectDelimiter } from './detectDelimiter';
import type { Dialect, ExtractEvent, ReadOptions } from './extractEvent';
import { LineSkipper } from './lineSkipper';
import type { Row } from './tokenizer';
import { hasText, Tokenizer } from './tokenizer';

/** How much text the delimiter is looked for in, in UTF-16 code units; as much is held back at the start of a file. */
const sampleLength = 128 * 1024;

/** Where reading stands: collecting a sample, cutting rows, or stopped by a fatal problem. */
type Stage =
  | { readonly kind: 'sampling' }
  | { readonly kind: 'cutting'; readonly tokenizer: Tokenizer; readonly dialect: Dialect }
  | { readonly kind: 'stopped' };

/**
 * Turns decoded text, which arrives in pieces of any size, into the events of an extract. Holds one row and one piece
 * at most, besides the sample that the delimiter is found in.
 */
export class ExtractReader {
  readonly #encoding: string;
  readonly #headerLine: number | undefined;
  readonly #quote: string;
  readonly #skipper: LineSkipper;
  #stage: Stage = { kind: 'sampling' };
  #sample = '';
  #columnCount = 0;
  #headerRead = 0;
  #records = 0;
  #blank = { count: 0, firstLine: 0 };
  #events: ExtractEvent[] = [];

  /** `encoding` is the canonical name of the one that the text was decoded from; it is only passed on. */
  constructor(options: ReadOptions, encoding: string) {
    this.#encoding = encoding;
    this.#headerLine = options.header;
    this.#quote = options.quote ?? '"';
    this.#skipper = new LineSkipper(this.#firstLine - 1);
    if (options.delimiter !== undefined) this.#begin({ delimiter: options.delimiter, quote: this.#quote });
    else if (!isUsable({ delimiter: ',', quote: this.#quote })) this.#stop(unusableDialect());
  }

  /** Whether a fatal problem has been told: then nothing more will be. */
  get isStopped(): boolean {
    return this.#stage.kind === 'stopped';
  }

  /** What this piece of text gives. */
  push(text: string): readonly ExtractEvent[] {
    const below = this.#skipper.push(text);
    if (this.#stage.kind === 'cutting') this.#cut(this.#stage.tokenizer, below);
    else if (this.#stage.kind === 'sampling') {
      this.#sample += below;
      if (this.#sample.length >= sampleLength) this.#beginWithSample(false);
    }
    return this.#takeEvents();
  }

  /** What is known once the text has ended: its last row, and what is said of the file as a whole. */
  end(): readonly ExtractEvent[] {
    if (this.#stage.kind === 'sampling') this.#beginWithSample(true);
    if (this.#stage.kind === 'cutting') {
      const { tokenizer } = this.#stage;
      for (const row of tokenizer.end()) this.#take(row);
      this.#checkFault(tokenizer);
      if (!this.isStopped) this.#conclude(tokenizer);
    }
    return this.#takeEvents();
  }

  /** Ends the reading at bytes that are no text in its encoding; the problem gets the line that has been reached. */
  abort(problem: RecordProblem): readonly ExtractEvent[] {
    if (this.#stage.kind === 'sampling') this.#beginWithSample(false);
    if (this.#stage.kind === 'cutting') {
      this.#stop({ ...problem, line: this.#stage.tokenizer.line - this.#skipper.linesLeft });
    }
    return this.#takeEvents();
  }

  get #firstLine(): number {
    return this.#headerLine ?? 1;
  }

  #beginWithSample(complete: boolean): void {
    const text = this.#sample;
    this.#sample = '';
    const guess = detectDelimiter(text.slice(0, sampleLength), this.#quote, complete);
    if (guess.kind === 'ambiguous') this.#stop(ambiguousDelimiter(guess.candidates, this.#firstLine));
    else this.#begin({ delimiter: guess.delimiter, quote: this.#quote });
    if (this.#stage.kind === 'cutting') this.#cut(this.#stage.tokenizer, text);
  }

  #begin(dialect: Dialect): void {
    if (isUsable(dialect)) {
      this.#stage = { kind: 'cutting', dialect, tokenizer: new Tokenizer(dialect, this.#firstLine) };
    } else this.#stop(unusableDialect());
  }

  #cut(tokenizer: Tokenizer, text: string): void {
    for (const row of tokenizer.push(text)) this.#take(row);
    this.#checkFault(tokenizer);
  }

  #checkFault({ fault }: Tokenizer): void {
    if (fault !== undefined && !this.isStopped) this.#stop(faultProblem(fault));
  }

  #take(row: Row): void {
    if (this.#stage.kind !== 'cutting') return;
    if (this.#headerRead === 0) this.#takeHeader(row, this.#stage.dialect);
    else if (hasText(row)) this.#takeRecord(row);
    else if (this.#blank.count++ === 0) this.#blank.firstLine = row.line;
  }

  /** Blank lines above the header are how some systems begin a file; they are not counted as blank rows. */
  #takeHeader(row: Row, dialect: Dialect): void {
    if (!hasText(row)) {
      if (this.#headerLine !== undefined) this.#stop(headerNotFound(this.#headerLine));
      return;
    }
    const columns = row.cells.map((cell) => cell.trim());
    const [problem, ...more] = checkHeader(columns, row.line);
    if (problem !== undefined) {
      this.#stop(problem, ...more);
      return;
    }
    this.#headerRead = row.line;
    this.#columnCount = columns.length;
    this.#events.push({ kind: 'header', header: { columns, line: row.line, dialect, encoding: this.#encoding } });
  }

  #takeRecord({ line, cells }: Row): void {
    this.#records++;
    if (cells.length === this.#columnCount) {
      this.#events.push({ kind: 'record', record: { number: this.#records, line, cells } });
    } else this.#tell(fieldCount(cells.length, this.#columnCount, line, this.#records));
  }

  #conclude({ lineEnds }: Tokenizer): void {
    if (this.#headerRead === 0) {
      this.#stop(this.#headerLine === undefined ? emptyFile() : headerNotFound(this.#headerLine));
      return;
    }
    if (this.#records === 0) this.#tell(noRows(this.#headerRead));
    if (this.#blank.count > 0) this.#tell(blankRows(this.#blank.count, this.#blank.firstLine));
    if (lineEnds.crlf !== undefined && lineEnds.lf !== undefined) {
      this.#tell(mixedLineEnds(Math.max(lineEnds.crlf, lineEnds.lf)));
    }
  }

  #tell(problem: RecordProblem): void {
    this.#events.push({ kind: 'problem', problem });
  }

  #stop(...problems: readonly RecordProblem[]): void {
    for (const problem of problems) this.#tell(problem);
    this.#stage = { kind: 'stopped' };
  }

  #takeEvents(): readonly ExtractEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }
}

function isUsable({ delimiter, quote }: Dialect): boolean {
  const isCharacter = (text: string): boolean => text.length === 1 && !'\r\n\0'.includes(text);
  return isCharacter(delimiter) && (quote === '' || isCharacter(quote)) && delimiter !== quote;
}
