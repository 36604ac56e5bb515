import type { RecordProblem } from '../problems/problem';
import type { Dialect, ExtractEvent } from './extractEvent';
import type { LineEnds } from './lineEnds';
import type { RowJudge } from './rowJudge';
import { Tokenizer } from './tokenizer';

/** Where the reading of an extract has come to, between two rows. */
export interface ReadingState {
  readonly dialect: Dialect;
  /** The physical line that comes next. */
  readonly line: number;
  readonly judge: RowJudge;
  readonly lineEnds: LineEnds;
}

/** Reads on, as text, where another has stopped between two rows below the header: with the meaning of `ExtractReader`. */
export class ResumedReader {
  readonly #dialect: Dialect;
  readonly #judge: RowJudge;
  readonly #tokenizer: Tokenizer;

  constructor({ dialect, line, judge, lineEnds }: ReadingState) {
    this.#dialect = dialect;
    this.#judge = judge;
    this.#tokenizer = new Tokenizer(dialect, line, lineEnds);
  }

  get isStopped(): boolean {
    return this.#judge.isStopped;
  }

  push(text: string): readonly ExtractEvent[] {
    if (this.isStopped) return [];
    for (const row of this.#tokenizer.push(text)) this.#judge.take(row, this.#dialect);
    this.#judge.stopAt(this.#tokenizer.fault);
    return this.#judge.takeEvents();
  }

  end(): readonly ExtractEvent[] {
    for (const row of this.#tokenizer.end()) this.#judge.take(row, this.#dialect);
    this.#judge.stopAt(this.#tokenizer.fault);
    this.#judge.conclude(this.#tokenizer.lineEnds);
    return this.#judge.takeEvents();
  }

  /** Ends the reading at bytes that are no text; the problem gets the line that has been reached. */
  abort(problem: RecordProblem): readonly ExtractEvent[] {
    this.#judge.stop({ ...problem, line: this.#tokenizer.line });
    return this.#judge.takeEvents();
  }
}
