import { problemKindOf } from '../core/catalogue/problemKinds';
import { recordProblems } from '../core/convert/recordProblems';
import type { Problem, RecordProblem } from '../core/problems/problem';
import type { ProblemLevels } from '../core/problems/problemLevels';
import { levelOf, PROBLEM_LEVELS } from '../core/problems/problemLevels';
import type { ProblemGroup } from '../preview/previewedProblems';
import { FoundRecords } from './list/foundRecords';

/** Kinds of problems of records that are converted all the same, but are never sent. */
const STOPPING: ReadonlySet<string> = new Set([recordProblems.duplicateId.code]);

interface Tallied {
  readonly group: Omit<ProblemGroup, 'count' | 'isFilter'>;
  /** For problems of records. */
  readonly records: FoundRecords;
  last: number;
  /** For problems of the values of the whole extract: the number of records that they concern. */
  count: number;
}

/** The problems of an extract by kind: the first of each, and its records, 4 bytes each. */
export class ProblemTally {
  readonly #levels: ProblemLevels;
  readonly #kinds = new Map<string, Tallied>();

  /** @param levels the user's, by code */
  constructor(levels: ProblemLevels = {}) {
    this.#levels = levels;
  }

  /** A problem of a record, or of the extract if it names no record. */
  note(problem: RecordProblem): void {
    const { code, message, line, column, record, severity } = problem;
    const level = severity === 'warning' && !STOPPING.has(code) ? 'warning' : 'error';
    const tallied = this.#kindOf(code, level, { message, line, columns: column === undefined ? [] : [column] });
    if (tallied === undefined || record === undefined || record === tallied.last) return;
    tallied.last = record;
    tallied.records.add(record);
  }

  /** The effects of the values of the whole extract on its mapping, already at the level that the user wants. */
  noteFinding({ code, message, severity, data = {} }: Problem): void {
    const { line, columns, count } = data;
    const tallied = this.#kindOf(code, severity, {
      message,
      line: typeof line === 'number' ? line : undefined,
      columns: Array.isArray(columns) ? columns.filter((column) => typeof column === 'string') : [],
    });
    if (tallied !== undefined && typeof count === 'number') tallied.count += count;
  }

  /** By severity, then by frequency. */
  groups(): readonly ProblemGroup[] {
    const groups = [...this.#kinds.values()].map(({ group, records, count }) => ({
      ...group,
      count: records.count || count,
      isFilter: records.count > 0,
    }));
    return groups.sort((a, b) => gravityOf(a) - gravityOf(b) || b.count - a.count);
  }

  /** Whether a record has a problem of this kind. */
  has(code: string, record: number): boolean {
    return this.#kinds.get(code)?.records.placeOf(record) !== undefined;
  }

  #kindOf(
    code: string,
    found: Problem['severity'],
    first: { readonly message: string; readonly line: number | undefined; readonly columns: readonly string[] },
  ): Tallied | undefined {
    const known = this.#kinds.get(code);
    if (known !== undefined) return known;
    const stops = STOPPING.has(code);
    const wanted = Object.hasOwn(this.#levels, code) ? this.#levels[code] : undefined;
    const level = stops ? 'error' : levelOf(found, wanted);
    if (level === 'off') return undefined;
    const { message, line, columns } = first;
    const group = {
      code,
      title: problemKindOf(code)?.title ?? code,
      level,
      ...(stops && { stops: true as const }),
      message,
      ...(line !== undefined && { line }),
      columns,
    };
    const tallied = { group, records: new FoundRecords(), last: 0, count: 0 };
    this.#kinds.set(code, tallied);
    return tallied;
  }
}

function gravityOf({ stops, level }: Pick<ProblemGroup, 'stops' | 'level'>): number {
  return stops === true ? -1 : PROBLEM_LEVELS.indexOf(level);
}
