import { RecordCounter } from '../problems/countedRecords';
import type { RecordProblem } from '../problems/problem';
import { recordProblems } from '../convert/recordProblems';
import type { ResourceScanner } from './resourceScanner';
import { Active } from './resourceScanner';
import type { PlanSurvey } from './survey';

/** Counts what the operations of a plan show by themselves. */
export class SurveyBuilder {
  readonly #paths: readonly string[];
  readonly #filled: Float64Array;
  readonly #disabled = new RecordCounter();
  readonly #uncertain = new RecordCounter();
  readonly #sameIds = new RecordCounter();
  readonly #nearIds = new RecordCounter();
  #firstSameId: readonly [earlier: number, line: number] | undefined;
  #operations = 0;
  #enabled = 0;

  /** @param paths the scanner's attributes, as spelled in mappings */
  constructor(paths: readonly string[]) {
    this.#paths = paths;
    this.#filled = new Float64Array(paths.length);
  }

  /** Counts the operation that was scanned last. */
  add({ hashes, active }: ResourceScanner, record: number, line: number): void {
    this.#operations++;
    if (active === Active.active) this.#enabled++;
    else (active === Active.inactive ? this.#disabled : this.#uncertain).add(record, line);
    const filled = this.#filled;
    for (let slot = 0; slot < filled.length; slot++) if (hashes[slot] !== 0) filled[slot] = (filled[slot] ?? 0) + 1;
  }

  /** Counts repeated ids among the problems of records. */
  note({ code, record = 0, line = 0, earlierLine }: RecordProblem): void {
    if (code === recordProblems.duplicateId.code) {
      this.#sameIds.add(record, line);
      if (earlierLine !== undefined) this.#firstSameId ??= [earlierLine, line];
    } else if (code === recordProblems.nearDuplicateId.code) this.#nearIds.add(record, line);
  }

  /** The current counts. */
  get survey(): PlanSurvey {
    return {
      operations: this.#operations,
      enabled: this.#enabled,
      disabled: this.#disabled.counted,
      uncertain: this.#uncertain.counted,
      sameIds: this.#sameIds.counted,
      nearIds: this.#nearIds.counted,
      ...(this.#firstSameId !== undefined && { firstSameId: this.#firstSameId }),
      filled: Object.fromEntries(this.#paths.map((path, slot) => [path, this.#filled[slot] ?? 0])),
    };
  }
}
