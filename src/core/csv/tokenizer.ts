import { isOfSingleCharacters } from './dialect';
import type { Dialect } from './extractEvent';
import { extractLimits } from './extractEvent';
import type { Fault, FaultName } from './fault';
import type { LineEnd } from './lineEnds';
import { LineEnds } from './lineEnds';
import type { Row } from './row';

type State = 'cell-start' | 'plain' | 'quoted' | 'quote-in-quoted' | 'after-cr';

const nul = 0;
const lf = 10;
const cr = 13;
const none = -1;

/**
 * Cuts text that arrives in pieces into rows, following RFC 4180 with any one-character delimiter and quote, and with
 * CR LF, LF or CR as line ends. It is strict: a quote is special only at the very start of a cell, and the closing
 * quote must be followed by a delimiter or the end of the row. The rows do not depend on how the text is split into
 * pieces.
 */
export class Tokenizer {
  readonly #quote: number;
  readonly #delimiter: number;
  readonly #doubledQuote: string;
  readonly #quoteText: string;
  #state: State = 'cell-start';
  #line: number;
  #lineBefore: 'cr' | 'other' = 'other';
  #rowLine: number;
  #quoteLine = 0;
  #cells: string[] = [];
  #cell = '';
  #hasDoubledQuotes = false;
  #rows: Row[] = [];
  #fault: Fault | undefined;
  readonly #lineEnds: LineEnds;

  /**
   * `firstLine` is the first physical line of the text, if lines above it were skipped; `lineEnds` are the line ends of
   * earlier rows.
   * @throws RangeError for a delimiter or quote with several characters; only the first would be used
   */
  constructor(dialect: Dialect, firstLine = 1, lineEnds = new LineEnds()) {
    if (!isOfSingleCharacters(dialect)) throw new RangeError('the tokenizer supports only single characters');
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote === '' ? none : dialect.quote.charCodeAt(0);
    this.#quoteText = dialect.quote;
    this.#doubledQuote = dialect.quote + dialect.quote;
    this.#lineEnds = lineEnds;
    this.#line = firstLine;
    this.#rowLine = firstLine;
  }

  /** Set once the rest of the text cannot be read; earlier rows were already returned. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** The current physical line. */
  get line(): number {
    return this.#state === 'after-cr' ? this.#line + 1 : this.#line;
  }

  get lineEnds(): LineEnds {
    return this.#lineEnds;
  }

  /** The rows that end in this piece. */
  push(text: string): readonly Row[] {
    let at = 0;
    while (at < text.length && this.#fault === undefined) at = this.#step(text, at);
    return this.#takeRows();
  }

  /** The last row, if the text does not end with a line end. */
  end(): readonly Row[] {
    if (this.#fault !== undefined) return [];
    if (this.#state === 'quoted') this.#fail('unterminatedQuote', this.#quoteLine);
    else if (this.#state === 'after-cr') this.#endRow('cr');
    else if (this.#state !== 'cell-start' || this.#cells.length > 0) {
      this.#endCell();
      this.#emitRow();
    }
    return this.#takeRows();
  }

  #takeRows(): readonly Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** Reads from `at` in the current state. Returns where to continue: always further on, or in another state. */
  #step(text: string, at: number): number {
    switch (this.#state) {
      case 'cell-start':
        return this.#startCell(text, at);
      case 'plain':
        return this.#readPlain(text, at);
      case 'quoted':
        return this.#readQuoted(text, at);
      case 'quote-in-quoted':
        return this.#readAfterQuote(text, at);
      case 'after-cr':
        return this.#readAfterCr(text, at);
    }
  }

  #startCell(text: string, at: number): number {
    if (text.charCodeAt(at) !== this.#quote) {
      this.#state = 'plain';
      return at;
    }
    this.#state = 'quoted';
    this.#quoteLine = this.#line;
    return at + 1;
  }

  #readPlain(text: string, start: number): number {
    for (let at = start; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit !== this.#delimiter && unit !== this.#quote && unit !== lf && unit !== cr && unit !== nul) continue;
      this.#append(text, start, at, this.#line);
      this.#endPlain(unit);
      return at + 1;
    }
    this.#append(text, start, text.length, this.#line);
    return text.length;
  }

  /** Handles a character that ends an unquoted cell or is not allowed in one. */
  #endPlain(unit: number): void {
    if (unit === this.#delimiter) this.#endCell();
    else if (unit === lf) this.#endRow('lf');
    else if (unit === cr) this.#state = 'after-cr';
    else this.#fail(unit === nul ? 'nulByte' : 'strayQuote', this.#line);
  }

  #readQuoted(text: string, start: number): number {
    for (let at = start; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === this.#quote) {
        this.#append(text, start, at, this.#quoteLine);
        this.#lineBefore = 'other';
        this.#state = 'quote-in-quoted';
        return at + 1;
      }
      if (unit === nul) this.#fail('nulByte', this.#line);
      this.#countLine(unit);
      if (this.#fault !== undefined) return at;
    }
    this.#append(text, start, text.length, this.#quoteLine);
    return text.length;
  }

  /** Counts a line break inside quotes. CR LF is one line break, even if a piece ends between the two. */
  #countLine(unit: number): void {
    if (unit === cr || (unit === lf && this.#lineBefore !== 'cr')) this.#line++;
    this.#lineBefore = unit === cr ? 'cr' : 'other';
    if (this.#line - this.#quoteLine > extractLimits.quotedLines) this.#fail('unterminatedQuote', this.#quoteLine);
  }

  #readAfterQuote(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    if (unit === this.#quote) {
      this.#cell += this.#doubledQuote;
      this.#hasDoubledQuotes = true;
      this.#state = 'quoted';
    } else {
      // Only what ends an unquoted cell may follow. Anything else, except a NUL, is a stray closing quote.
      const ends = unit === this.#delimiter || unit === lf || unit === cr || unit === nul;
      if (ends) this.#endPlain(unit);
      else this.#fail('strayQuote', this.#line);
    }
    return at + 1;
  }

  /** Handles a CR outside quotes: the first half of CR LF, or a line end of its own. */
  #readAfterCr(text: string, at: number): number {
    const isCrLf = text.charCodeAt(at) === lf;
    this.#endRow(isCrLf ? 'crlf' : 'cr');
    return isCrLf ? at + 1 : at;
  }

  #append(text: string, start: number, end: number, line: number): void {
    if (end > start) this.#cell += text.slice(start, end);
    if (this.#cell.length > extractLimits.fieldLength) this.#fail('fieldTooLarge', line);
  }

  #endCell(): void {
    this.#cells.push(this.#hasDoubledQuotes ? this.#cell.replaceAll(this.#doubledQuote, this.#quoteText) : this.#cell);
    this.#cell = '';
    this.#hasDoubledQuotes = false;
    this.#state = 'cell-start';
    if (this.#cells.length > extractLimits.columns) this.#fault ??= { name: 'tooManyColumns', line: this.#rowLine };
  }

  #endRow(lineEnd: LineEnd): void {
    const fault = this.#lineEnds.add(lineEnd, this.#line);
    if (fault !== undefined) {
      this.#fault ??= fault;
      return;
    }
    this.#endCell();
    if (this.#fault !== undefined) return;
    this.#line++;
    this.#emitRow();
  }

  #emitRow(): void {
    if (this.#fault !== undefined) return;
    this.#rows.push({ line: this.#rowLine, cells: this.#cells });
    this.#cells = [];
    this.#rowLine = this.#line;
  }

  /** Reports a fault in the current cell. */
  #fail(name: FaultName, line: number): void {
    this.#fault ??= { name, line, cell: this.#cells.length };
  }
}
