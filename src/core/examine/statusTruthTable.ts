import { detached } from '../text/detached';
import type { CompiledMapping, MappedRecord } from '../convert/compileMapping';
import type { CompiledRule, RuleOutcome } from '../convert/compileRule';

/**
 * The result of a rule for a status: the account's state, no value, an excluded record, no decision, or an error during
 * evaluation.
 */
export type StatusResult = 'true' | 'false' | 'omitted' | 'excluded' | 'undecided' | 'problem';

/** One combination of values in the rule's columns. */
export interface StatusRow {
  /** By column of the table; null for an empty cell. */
  readonly cells: readonly (string | null)[];
  readonly result: StatusResult;
  /** Number of records with this combination. */
  readonly count: number;
  /** The physical line of the first such record. */
  readonly line: number;
}

/** All statuses of an extract, with the results of the rule for `active`. */
export interface StatusTruthTable {
  /** The text of the rule when the extract was examined. */
  readonly ruleText: string;
  readonly columns: readonly string[];
  /** The most frequent first. */
  readonly rows: readonly StatusRow[];
  /** Number of records whose status is not in `rows` because there are too many distinct ones to list. */
  readonly unlisted: number;
}

/** Maximum number of distinct statuses. A column with more is not a status column. */
const MAX_STATUSES = 500;

/** The index of the rule for `active` if it reads a column; otherwise -1. */
export function statusRule({ rules }: CompiledMapping): number {
  return rules.findIndex(({ label, columns }) => label === 'active' && columns.length > 0);
}

/** Fills a truth table, record by record. */
export class StatusTally {
  readonly #columns: readonly string[];
  readonly #places: readonly number[];
  readonly #empty: ReadonlySet<string>;
  readonly #rows = new Map<string, { -readonly [Key in keyof StatusRow]: StatusRow[Key] }>();
  #unlisted = 0;

  constructor({ columns }: CompiledRule, header: readonly string[], empty: readonly string[]) {
    this.#columns = columns;
    this.#places = columns.map((column) => header.indexOf(column));
    this.#empty = new Set(empty);
  }

  add({ cells, line }: MappedRecord, result: StatusResult): void {
    const own = this.#places.map((place) => {
      const cell = cells[place] ?? '';
      return cell === '' || this.#empty.has(cell) ? null : cell;
    });
    // A rule with a random function can have two results for the same cells
    const key = `${result}\0${own.map((cell) => cell ?? '\x01').join('\0')}`;
    const row = this.#rows.get(key);
    if (row !== undefined) row.count++;
    else if (this.#rows.size < MAX_STATUSES) this.#rows.set(key, newRow(own, result, line));
    else this.#unlisted++;
  }

  table(ruleText: string): StatusTruthTable {
    const rows = [...this.#rows.values()].sort((a, b) => b.count - a.count);
    return { ruleText, columns: this.#columns, rows, unlisted: this.#unlisted };
  }
}

function newRow(cells: readonly (string | null)[], result: StatusResult, line: number): StatusRow {
  return { cells: cells.map((cell) => (cell === null ? null : detached(cell))), result, count: 1, line };
}

const UNDECIDED = new Set(['value.bool.unknown', 'value.missing']);

export function statusResult(outcome: RuleOutcome | undefined): StatusResult {
  if (outcome?.kind === 'problem') return UNDECIDED.has(outcome.code) ? 'undecided' : 'problem';
  if (outcome?.kind !== 'value') return outcome?.kind ?? 'omitted';
  return outcome.json === 'true' || outcome.json === 'false' ? outcome.json : 'omitted';
}
