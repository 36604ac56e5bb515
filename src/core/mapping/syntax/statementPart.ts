import type { Problem } from '../../problems/problem';
import type { TextChange } from '../../text/textChange';
import { moveProblem } from './moveProblem';
import { moveStatement } from './moveSyntax';
import type { Rule, Where } from './syntax';

/** The parser's result for a rule, a condition, or a line that is neither. It does not depend on the text before it. */
export interface StatementReading {
  /** `undefined` if the line is neither. */
  readonly statement: Rule | Where | undefined;
  readonly problems: readonly Problem[];
  readonly start: number;
  /** Where the parser continued. */
  readonly end: number;
  /** Only the characters from `start` to here affected it; `Infinity` if the end of the text did, too. */
  readonly reach: number;
}

/** A reading at its place in a text, which may have moved since it was read. */
export class StatementPart {
  readonly reading: StatementReading;
  readonly offset: number;
  readonly statement: Rule | Where | undefined;

  constructor(reading: StatementReading, offset = 0) {
    this.reading = reading;
    this.offset = offset;
    const { statement } = reading;
    this.statement = statement === undefined || offset === 0 ? statement : moveStatement(statement, offset);
  }

  get start(): number {
    return this.reading.start + this.offset;
  }

  get end(): number {
    return this.reading.end + this.offset;
  }

  get reach(): number {
    return this.reading.reach + this.offset;
  }

  get problems(): readonly Problem[] {
    return this.reading.problems.map((problem) => moveProblem(problem, () => this.offset));
  }

  movedBy(offset: number): StatementPart {
    return offset === 0 ? this : new StatementPart(this.reading, this.offset + offset);
  }
}

/** The parts of an earlier text that a change did not affect, requested in the order of the new text. */
export class UnchangedParts {
  readonly #parts: readonly StatementPart[];
  readonly #change: TextChange;
  #next = 0;

  constructor(parts: readonly StatementPart[], change: TextChange) {
    this.#parts = parts;
    this.#change = change;
  }

  /** The earlier part for `start` in the new text, moved to its new place; `undefined` if it must be read again. */
  at(start: number): StatementPart | undefined {
    const { start: from, end, inserted } = this.#change;
    const isAfter = start >= from + inserted;
    const offset = isAfter ? inserted - (end - from) : 0;
    if (!isAfter && start >= from) return undefined;
    while ((this.#parts[this.#next]?.start ?? Infinity) < start - offset) this.#next++;
    const part = this.#parts[this.#next];
    if (part?.start !== start - offset) return undefined;
    return isAfter || part.reach <= from ? part.movedBy(offset) : undefined;
  }
}
