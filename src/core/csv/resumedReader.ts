import type { RecordProblem } from '../problems/problem';
import type { Dialect, ExtractEvent } from './extractEvent';
import type { LineEnds } from './lineEnds';
import type { RowJudge } from './rowJudge';
import { Tokenizer } from './tokenizer';

/** The position of a reader in an extract, between two rows. */
export interface ReadingState {
  readonly dialect: Dialect;
  /** The next physical line. */
  readonly line: number;
  readonly judge: RowJudge;
  readonly lineEnds: LineEnds;
}

/**
 * Continues as text from where another reader stopped between two rows below the header. The results are those of
 * `ExtractReader`.
 */
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

  /** Stops at bytes that are not text; the problem gets the current line. */
  abort(problem: RecordProblem): readonly ExtractEvent[] {
    this.#judge.stop({ ...problem, line: this.#tokenizer.line });
    return this.#judge.takeEvents();
  }
}
