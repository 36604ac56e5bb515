import type { LogEntry } from '../logs/logEntry';
import { explainEntry } from '../logs/explain';
import { decidingEntry } from '../logs/tieEntries';
import type { Plan, PlannedRecord } from './plan';
import { batchOf, FateCode, isSent, plannedRecord } from './plan';
import type { BatchState, RecordState } from './recordState';
import { operationState, RECORD_STATES } from './recordState';
import { externalIdOf } from './recordTexts';

/** One record of a run, with all that is known of what became of it. */
export interface RecordAccount extends PlannedRecord {
  readonly state: RecordState;
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
  /** Why it is in a state that somebody should look at, in plain words, and what to do. */
  readonly cause?: string;
  readonly remedy?: string;
  /** The service's own words for it; they may hold the person's values. */
  readonly reason?: string;
}

/** What is known of a batch. */
export interface BatchNote {
  readonly state: BatchState;
  readonly why?: string;
  readonly remedy?: string;
}

/** The exact account of a run: the counts add up to the records of the extract, always. */
export interface RunAccount {
  readonly records: RecordAccounts;
  readonly counts: Readonly<Record<RecordState, number>>;
  /** Entries of the same time that answer nothing of this run: somebody else sends to this job too. */
  readonly elsewhere: number;
}

/** The members that have a text. */
export function defined<Name extends string>(
  texts: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')) as Partial<
    Record<Name, string>
  >;
}

/** What an account is made from: as it was when the account was asked for. */
export interface AccountSource {
  readonly plan: Plan;
  /** By number, less one. */
  readonly batches: readonly BatchNote[];
  readonly byExternalId: ReadonlyMap<string, readonly LogEntry[]>;
  readonly counts: Readonly<Record<RecordState, number>>;
}

/** The records of a run in the order of the extract, each made when it is asked for: there may be millions. */
export class RecordAccounts implements Iterable<RecordAccount> {
  readonly #source: AccountSource;

  constructor(source: AccountSource) {
    this.#source = source;
  }

  get length(): number {
    return this.#source.plan.records.count;
  }

  /** The record at an index from 0. */
  at(index: number): RecordAccount | undefined {
    return index < 0 || index >= this.length ? undefined : this.#accountOf(index);
  }

  /** The states alone, which cost less than all that is known of the records. */
  *states(): Generator<Pick<RecordAccount, 'record' | 'state'>> {
    for (let index = 0; index < this.length; index++) yield { record: index + 1, state: this.#stateAt(index) };
  }

  *[Symbol.iterator](): Generator<RecordAccount> {
    for (let index = 0; index < this.length; index++) yield this.#accountOf(index);
  }

  /** Those in a state. */
  *inState(state: RecordState): Generator<RecordAccount> {
    let left = this.#source.counts[state];
    for (let index = 0; left > 0 && index < this.length; index++) {
      if (this.#stateAt(index) !== state) continue;
      left--;
      yield this.#accountOf(index);
    }
  }

  /** Some of all, in the order in which people want to read them: what needs somebody first, then as in the extract. */
  sorted(from: number, count: number): readonly RecordAccount[] {
    const found: RecordAccount[] = [];
    let passed = 0;
    for (const state of RECORD_STATES) {
      const own = this.#source.counts[state];
      if (passed + own > from) {
        let place = passed;
        for (const account of this.inState(state)) {
          if (found.length === count) return found;
          if (place++ >= from) found.push(account);
        }
      }
      passed += own;
    }
    return found;
  }

  #stateAt(index: number): RecordState {
    const { plan, byExternalId } = this.#source;
    const fate = plan.records.fates[index];
    if (fate === FateCode.refused) return 'refused';
    if (!isSent(fate)) return 'excluded';
    const { state } = this.#noteOf(index);
    if (byExternalId.size === 0) return operationState(state, []);
    return operationState(state, byExternalId.get(externalIdOf(plan.records.texts, index) ?? '') ?? []);
  }

  #accountOf(index: number): RecordAccount {
    const { plan, byExternalId } = this.#source;
    const record = plannedRecord(plan, index);
    const { fate } = record;
    if (fate.kind === 'excluded') return { ...record, state: 'excluded', entries: [] };
    if (fate.kind === 'refused')
      return {
        ...record,
        state: 'refused',
        entries: [],
        cause: fate.problems.map((problem) => problem.message).join(' '),
      };
    const batch = this.#noteOf(index);
    const entries = byExternalId.get(record.externalId ?? '') ?? [];
    const state = operationState(batch.state, entries);
    const newest = decidingEntry(entries);
    if (newest === undefined)
      return { ...record, state, entries, ...defined({ cause: batch.why, remedy: batch.remedy }) };
    const needsWords = state === 'failed' || state === 'skipped' || state === 'held';
    return { ...record, state, entries, ...(needsWords ? wordsOf(newest) : {}) };
  }

  #noteOf(index: number): BatchNote {
    const { plan, batches } = this.#source;
    const note = batches[batchOf(plan, index + 1).number - 1];
    if (note === undefined) throw new Error(`nothing is noted of the batch of record ${index + 1}`);
    return note;
  }
}

/** Why and what to do; the service's own words only where they add something. */
function wordsOf(entry: LogEntry): Pick<RecordAccount, 'cause' | 'remedy' | 'reason'> {
  const explanation = explainEntry(entry);
  const reason = entry.error?.reason;
  return { ...explanation, ...defined({ reason: reason === explanation?.cause ? undefined : reason }) };
}
