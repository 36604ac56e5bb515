import type { LogEntry } from '../logs/logEntry';
import { explainEntry } from '../logs/explain';
import { decidingEntry, tieEntries } from '../logs/tieEntries';
import type { Plan, PlannedRecord } from './plan';
import type { BatchState, RecordState } from './recordState';
import { mayBeTaken, operationState, RECORD_STATES } from './recordState';

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

/** The exact account of a run: the counts add up to the records of the extract, always. */
export interface RunAccount {
  readonly records: readonly RecordAccount[];
  readonly counts: Readonly<Record<RecordState, number>>;
  /** Entries of the same time that answer nothing of this run: somebody else sends to this job too. */
  readonly elsewhere: number;
}

interface BatchNote {
  readonly state: BatchState;
  readonly why?: string;
  readonly remedy?: string;
}

/** What a batch is in that sending stopped at. */
const STOPPING: ReadonlySet<BatchState> = new Set<BatchState>(['rejected', 'not-sent', 'unknown']);

const PLANNED: BatchNote = { state: 'planned' };

/** Without the members that have no text. */
function defined<Name extends string>(
  texts: Readonly<Record<Name, string | undefined>>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')) as Partial<
    Record<Name, string>
  >;
}

/** Why and what to do; the service's own words only where they add something. */
function wordsOf(entry: LogEntry): Pick<RecordAccount, 'cause' | 'remedy' | 'reason'> {
  const explanation = explainEntry(entry);
  const reason = entry.error?.reason;
  return { ...explanation, ...defined({ reason: reason === explanation?.cause ? undefined : reason }) };
}

/** A plan being sent, and its account afterwards. Knows what happened; does nothing itself. */
export class Run {
  readonly plan: Plan;
  /** ISO 8601: the log is read from here on. */
  readonly startedAt: string;
  readonly #batches = new Map<number, BatchNote>();
  readonly #entries = new Map<string, LogEntry>();

  constructor(plan: Plan, startedAt: string) {
    this.plan = plan;
    this.startedAt = startedAt;
  }

  noteBatch(batch: number, state: BatchState, why?: string, remedy?: string): void {
    this.#batches.set(batch, { state, ...defined({ why, remedy }) });
  }

  noteEntries(entries: Iterable<LogEntry>): void {
    for (const entry of entries) this.#entries.set(entry.id, entry);
  }

  /** Every batch that was not begun will not be: sending has stopped. */
  noteStopped(): void {
    const stop = this.plan.batches.find(({ number }) => STOPPING.has(this.#noteOf(number).state));
    const why = stop === undefined ? undefined : this.#noteOf(stop.number).why;
    const words = why === undefined ? undefined : `Sending stopped at request ${stop?.number ?? ''}. ${why}`;
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state === 'planned') this.noteBatch(number, 'not-sent', words);
  }

  /** Why the log does not answer what was accepted. Those whom it has answered are not concerned. */
  noteSilence(why: string, remedy: string): void {
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state === 'accepted') this.noteBatch(number, 'accepted', why, remedy);
  }

  /** Whether the log has answered with the entry of this id. */
  hasEntry(id: string): boolean {
    return this.#entries.has(id);
  }

  /** The ids of accepted operations: what the log has to answer. */
  get expected(): readonly string[] {
    return this.plan.batches
      .filter(({ number }) => this.#noteOf(number).state === 'accepted')
      .flatMap(({ members }) => members.map((sent) => sent.externalId));
  }

  get account(): RunAccount {
    // Entries of somebody whom this run has not sent answer somebody else's request
    const sent = this.plan.batches
      .filter(({ number }) => mayBeTaken(this.#noteOf(number).state))
      .flatMap((batch) => batch.members);
    const { byExternalId, elsewhere } = tieEntries(sent, this.#entries.values(), this.startedAt);
    const records = this.plan.records.map((record) => this.#accountOf(record, byExternalId));
    const counts = Object.fromEntries(RECORD_STATES.map((state) => [state, 0])) as Record<RecordState, number>;
    for (const { state } of records) counts[state]++;
    return { records, counts, elsewhere: elsewhere.length };
  }

  #noteOf(batch: number): BatchNote {
    return this.#batches.get(batch) ?? PLANNED;
  }

  #accountOf(record: PlannedRecord, byExternalId: ReadonlyMap<string, readonly LogEntry[]>): RecordAccount {
    const { fate } = record;
    if (fate.kind === 'excluded') return { ...record, state: 'excluded', entries: [] };
    if (fate.kind === 'refused')
      return {
        ...record,
        state: 'refused',
        entries: [],
        cause: fate.problems.map((problem) => problem.message).join(' '),
      };
    const batch = this.#noteOf(fate.batch);
    const entries = byExternalId.get(record.externalId ?? '') ?? [];
    const state = operationState(batch.state, entries);
    const newest = decidingEntry(entries);
    if (newest === undefined)
      return { ...record, state, entries, ...defined({ cause: batch.why, remedy: batch.remedy }) };
    const needsWords = state === 'failed' || state === 'skipped' || state === 'held';
    return { ...record, state, entries, ...(needsWords ? wordsOf(newest) : {}) };
  }
}
