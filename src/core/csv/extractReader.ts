import type { RecordProblem } from '../problems/problem';
import { ambiguousDelimiter } from './csvProblems';
import { detectDelimiter } from './detectDelimiter';
import { dialectProblem } from './dialect';
import type { Dialect, ExtractEvent, LaneOptions } from './extractEvent';
import { LineSkipper } from './lineSkipper';
import { RowJudge } from './rowJudge';
import { Tokenizer } from './tokenizer';

/**
 * How much text is used to detect the delimiter, in UTF-16 code units. The same amount is held back at the start of a
 * file.
 */
const sampleLength = 128 * 1024;

/** The state once the dialect is known and rows are cut. */
interface Cutting {
  readonly tokenizer: Tokenizer;
  readonly dialect: Dialect;
}

/**
 * Turns decoded text, which arrives in pieces of any size, into the events of an extract whose delimiter and quote are
 * single characters. Keeps at most one row and one piece in memory, plus the sample for detecting the delimiter.
 */
export class ExtractReader {
  readonly #firstLine: number;
  readonly #quote: string;
  readonly #skipper: LineSkipper;
  readonly #judge: RowJudge;
  /** Absent while the sample is collected. */
  #cutting: Cutting | undefined;
  #sample = '';

  /** `encoding` is the canonical name of the decoded encoding; the header reports it. */
  constructor(options: LaneOptions, encoding: string) {
    this.#firstLine = options.header ?? (options.sepLine === undefined ? 1 : 2);
    this.#quote = options.quote ?? '"';
    this.#skipper = new LineSkipper(this.#firstLine - 1);
    this.#judge = new RowJudge(options, encoding);
    if (options.delimiter !== undefined) this.#begin({ delimiter: options.delimiter, quote: this.#quote });
    else this.#checkDialect({ delimiter: ',', quote: this.#quote });
  }

  /** Whether a fatal problem was reported; no events follow it. */
  get isStopped(): boolean {
    return this.#judge.isStopped;
  }

  /** The events of this piece of text. */
  push(text: string): readonly ExtractEvent[] {
    if (!this.isStopped) {
      const below = this.#skipper.push(text);
      if (this.#cutting !== undefined) this.#cut(this.#cutting, below);
      else {
        this.#sample += below;
        if (this.#sample.length >= sampleLength) this.#beginWithSample(false);
      }
    }
    return this.#judge.takeEvents();
  }

  /** The events at the end of the text: its last row, and problems of the file as a whole. */
  end(): readonly ExtractEvent[] {
    const cutting = this.#cutting ?? this.#beginWithSample(true);
    if (cutting !== undefined && !this.isStopped) {
      const { tokenizer, dialect } = cutting;
      for (const row of tokenizer.end()) this.#judge.take(row, dialect);
      this.#judge.stopAt(tokenizer.fault);
      this.#judge.conclude(tokenizer.lineEnds);
    }
    return this.#judge.takeEvents();
  }

  /** Stops at bytes that are not text in the stated encoding; the problem gets the current line. */
  abort(problem: RecordProblem): readonly ExtractEvent[] {
    const cutting = this.#cutting ?? this.#beginWithSample(false);
    if (cutting !== undefined) {
      this.#judge.stop({ ...problem, line: cutting.tokenizer.line - this.#skipper.linesLeft });
    }
    return this.#judge.takeEvents();
  }

  /** Detects the delimiter and cuts the sample, unless the delimiter is ambiguous. */
  #beginWithSample(complete: boolean): Cutting | undefined {
    if (this.isStopped) return undefined;
    const text = this.#sample;
    this.#sample = '';
    const guess = detectDelimiter(text.slice(0, sampleLength), this.#quote, complete);
    if (guess.kind === 'ambiguous') this.#judge.stop(ambiguousDelimiter(guess.candidates, this.#firstLine));
    else this.#begin({ delimiter: guess.delimiter, quote: this.#quote });
    if (this.#cutting !== undefined) this.#cut(this.#cutting, text);
    return this.#cutting;
  }

  #begin(dialect: Dialect): void {
    this.#checkDialect(dialect);
    if (!this.isStopped) this.#cutting = { dialect, tokenizer: new Tokenizer(dialect, this.#firstLine) };
  }

  #checkDialect(dialect: Dialect): void {
    const problem = dialectProblem(dialect);
    if (problem !== undefined) this.#judge.stop(problem);
  }

  #cut({ tokenizer, dialect }: Cutting, text: string): void {
    for (const row of tokenizer.push(text)) this.#judge.take(row, dialect);
    this.#judge.stopAt(tokenizer.fault);
  }
}
