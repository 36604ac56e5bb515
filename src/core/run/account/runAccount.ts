import type { Answer } from '../../logs/answer';
import { decidingAnswer, otherSuccesses } from '../../logs/decidingAnswer';
import { explainCode, explainEntry } from '../../logs/explain';
import type { Explanation } from '../../logs/explanations';
import type { LogEntry } from '../../logs/logEntry';
import type { BatchAccount, BatchNote } from '../batchNote';
import type { Plan, PlannedRecord } from '../plan';
import { batchOf, FateCode, isSent, plannedRecord } from '../plan';
import { problemsOfRecord } from '../refusals';
import type { RecordState } from '../recordState';
import { EXCLUDED_LABELS, mayBeTaken, operationState, RECORD_STATES, STATE_LABELS } from '../recordState';
import type { OutcomeKey } from './outcomeKey';

/** One record of a run with all that is known about its result. */
export interface RecordAccount extends PlannedRecord {
  readonly state: RecordState;
  /** The number of its batch; absent if it is in none. */
  readonly batch?: number;
  /** Its answers in the log, oldest first. */
  readonly answers: readonly Answer[];
  /**
   * The log entries for these answers that this process has read. If there are very many, only the first are kept, with
   * a separate limit for setbacks.
   */
  readonly entries: readonly LogEntry[];
  /** Why the record is in a state that needs attention, and what to do; in plain words. */
  readonly cause?: string;
  readonly remedy?: string;
  /** The service's own text, which may contain the person's values. */
  readonly reason?: string;
  /** What succeeded anyway, such as setting the manager although the rest failed; oldest first. */
  readonly also?: readonly Answer[];
}

/** The exact results of a run: the counts always add up to the records of the extract. */
export interface RunAccount {
  readonly records: RecordAccounts;
  readonly counts: Readonly<Record<RecordState, number>>;
  /** Log entries from the same time that answer no record of this run: another sender also uses this job. */
  readonly elsewhere: number;
  /** In the order of sending. */
  readonly batches: readonly BatchAccount[];
}

/** The members whose text is neither missing nor empty. */
export function defined<Name extends string>(
  texts: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')) as Partial<
    Record<Name, string>
  >;
}

/** The excluded people whom the plan leaves out, rather than the mapping. */
export interface LeftOut {
  readonly unchanged: number;
  readonly unselected: number;
}

/** Takes them from the counts of a plan. */
export function leftOutIn({ unchanged = 0, unselected = 0 }: Partial<LeftOut>): LeftOut {
  return { unchanged, unselected };
}

/** The label of a person's state; for people who are not sent, by reason. */
export function wordsOfState({ state, fate }: Pick<RecordAccount, 'state' | 'fate'>): string {
  const isByPlan = fate.kind === 'excluded' && (fate.reason === 'unchanged' || fate.reason === 'unselected');
  return isByPlan ? EXCLUDED_LABELS[fate.reason] : STATE_LABELS[state];
}

/** The data of an account as of the moment when it was requested. */
export interface AccountSource {
  readonly plan: Plan;
  /** By batch number minus one. */
  readonly batches: readonly BatchNote[];
  /** By record index; oldest first. */
  readonly answers: ReadonlyMap<number, readonly Answer[]>;
  readonly counts: Readonly<Record<RecordState, number>>;
}

/** The records of a run in the order of the extract, each built on demand: there may be millions. */
export class RecordAccounts implements Iterable<RecordAccount> {
  readonly #source: AccountSource;

  constructor(source: AccountSource) {
    this.#source = source;
  }

  get length(): number {
    return this.#source.plan.records.count;
  }

  /** The excluded people whom the plan leaves out, rather than the mapping. */
  get leftOut(): LeftOut {
    return leftOutIn(this.#source.plan.counts);
  }

  /** The record at an index from 0. */
  at(index: number): RecordAccount | undefined {
    return index < 0 || index >= this.length ? undefined : this.#accountOf(index);
  }

  /** The records' states alone, which cost less than the full accounts. */
  *states(): Generator<Pick<RecordAccount, 'record' | 'state'>> {
    for (let index = 0; index < this.length; index++) yield { record: index + 1, state: this.#stateAt(index) };
  }

  /** The records with their states and groups, which cost less than the full accounts. */
  *outcomes(): Generator<{ readonly record: number; readonly state: OutcomeKey }> {
    for (let index = 0; index < this.length; index++) yield { record: index + 1, state: this.outcomeAt(index) };
  }

  *[Symbol.iterator](): Generator<RecordAccount> {
    for (let index = 0; index < this.length; index++) yield this.#accountOf(index);
  }

  /** The records in a state. */
  *inState(state: RecordState): Generator<RecordAccount> {
    let left = this.#source.counts[state];
    for (let index = 0; left > 0 && index < this.length; index++) {
      if (this.#stateAt(index) !== state) continue;
      left--;
      yield this.#accountOf(index);
    }
  }

  /**
   * A slice of all records in reading order: by state, those that need attention first, then in the order of the
   * extract.
   */
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

  /** The group of the record at an index from 0. Much cheaper than its account. */
  outcomeAt(index: number): OutcomeKey {
    const fate = this.#source.plan.records.fates[index];
    if (fate === FateCode.unselected) return 'left-unselected';
    return fate === FateCode.unchanged ? 'left-unchanged' : this.#stateAt(index);
  }

  /**
   * Identifies the cause within a group: the service's code, otherwise the problem, otherwise why the request was not
   * accepted.
   */
  causeKeyAt(index: number): string {
    const { plan, answers } = this.#source;
    const { fates, refusals } = plan.records;
    if (fates[index] === FateCode.refused) {
      const [problem] = problemsOfRecord(refusals, index, 0);
      return problem === undefined ? '' : [problem.code, problem.column, problem.path].join(' ').trim();
    }
    if (!isSent(fates[index])) return '';
    const { state, why = '' } = this.#noteOf(this.#batchOf(index));
    const deciding = mayBeTaken(state) ? decidingAnswer(answers.get(index) ?? []) : undefined;
    return deciding === undefined ? why : (deciding.code ?? deciding.log?.error?.reason ?? '');
  }

  #stateAt(index: number): RecordState {
    const { plan, answers } = this.#source;
    const fate = plan.records.fates[index];
    if (fate === FateCode.refused) return 'refused';
    if (!isSent(fate)) return 'excluded';
    const { state, isSilent } = this.#noteOf(this.#batchOf(index));
    return operationState(state, answers.get(index) ?? [], isSilent);
  }

  #accountOf(index: number): RecordAccount {
    const record = plannedRecord(this.#source.plan, index);
    const { fate } = record;
    const unsent = { ...record, answers: [], entries: [] };
    if (fate.kind === 'excluded') return { ...unsent, state: 'excluded' };
    if (fate.kind === 'refused')
      return { ...unsent, state: 'refused', cause: fate.problems.map((problem) => problem.message).join(' ') };
    const batch = this.#batchOf(index);
    const { state: batchState, isSilent, why: cause, remedy } = this.#noteOf(batch);
    const answers = mayBeTaken(batchState) ? (this.#source.answers.get(index) ?? []) : [];
    const state = operationState(batchState, answers, isSilent);
    const entries = answers.flatMap(({ log }) => log ?? []);
    const known = { ...record, state, batch, answers, entries };
    const deciding = decidingAnswer(answers);
    if (deciding === undefined) return { ...known, ...defined({ cause, remedy }) };
    const needsWords = state === 'failed' || state === 'skipped' || state === 'held';
    const also = otherSuccesses(answers);
    return { ...known, ...(needsWords ? wordsOf(deciding) : {}), ...(also.length > 0 && { also }) };
  }

  #batchOf(index: number): number {
    return batchOf(this.#source.plan, index + 1).number;
  }

  #noteOf(batch: number): BatchNote {
    const note = this.#source.batches[batch - 1];
    if (note === undefined) throw new Error(`nothing is noted of batch ${batch}`);
    return note;
  }
}

/** The cause and the remedy; the service's own text only if this process has read it and it adds something. */
function wordsOf({ log, code }: Answer): Pick<RecordAccount, 'cause' | 'remedy' | 'reason'> {
  if (log === undefined) return code === undefined ? {} : (explainCode(code) ?? unexplained(code));
  const explanation = explainEntry(log);
  const reason = log.error?.reason;
  return { ...explanation, ...defined({ reason: reason === explanation?.cause ? undefined : reason }) };
}

/** The service's text is never stored on disk. */
function unexplained(code: string): Explanation {
  return {
    cause: `The service gave the code ${code}.`,
    remedy: 'Read the provisioning log again to see its reason.',
  };
}
