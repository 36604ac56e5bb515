import type { LogEntry } from '../logs/logEntry';
import { tieEntries } from '../logs/tieEntries';
import type { TiedEntries } from '../logs/tieEntries';
import type { Plan } from './plan';
import { batchOf, sentIn } from './plan';
import { externalIdOf } from './recordTexts';
import { RecordsById } from './recordsById';
import type { BatchState, RecordState } from './recordState';
import { mayBeTaken, operationState, RECORD_STATES } from './recordState';
import type { BatchNote, RunAccount } from './runAccount';
import { defined, RecordAccounts } from './runAccount';

/** What a batch is in that sending stopped at. */
const STOPPING: ReadonlySet<BatchState> = new Set<BatchState>(['rejected', 'not-sent', 'unknown']);

const LOOK_AT_LOG = 'Look at the provisioning log before sending the same people again.';

const PLANNED: BatchNote = { state: 'planned' };

/** A plan being sent, and its account afterwards. Knows what happened; does nothing itself. */
export class Run {
  readonly plan: Plan;
  /** ISO 8601: the log is read from here on. */
  readonly startedAt: string;
  /** By number, less one. */
  readonly #batches: BatchNote[];
  readonly #entries = new Map<string, LogEntry>();
  /** Made when the log first says something. */
  #byId: RecordsById | undefined;

  constructor(plan: Plan, startedAt: string) {
    this.plan = plan;
    this.startedAt = startedAt;
    this.#batches = plan.batches.map(() => PLANNED);
  }

  noteBatch(batch: number, state: BatchState, why?: string, remedy?: string): void {
    if (batch <= this.#batches.length) this.#batches[batch - 1] = { state, ...defined({ why, remedy }) };
  }

  noteEntries(entries: Iterable<LogEntry>): void {
    for (const entry of entries) this.#entries.set(entry.id, entry);
  }

  /** Every batch that was not begun will not be: sending has stopped. Of one that was begun and not answered nobody knows. */
  noteStopped(): void {
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state === 'sending')
        this.noteBatch(number, 'unknown', 'Sending ended before an answer came.', LOOK_AT_LOG);
    const stop = this.plan.batches.find(({ number }) => STOPPING.has(this.#noteOf(number).state));
    const { state, why, remedy } = stop === undefined ? PLANNED : this.#noteOf(stop.number);
    // What is wrong with a request says nothing of the others; why nothing could be sent is true of all
    const advice = state === 'not-sent' ? remedy : undefined;
    const words = why === undefined ? undefined : `Sending stopped at request ${stop?.number ?? ''}. ${why}`;
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state === 'planned') this.noteBatch(number, 'not-sent', words, advice);
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

  /** How many operations the service has accepted: so many the log has to answer. */
  get accepted(): number {
    return this.plan.batches
      .filter(({ number }) => this.#noteOf(number).state === 'accepted')
      .reduce((sum, { operations }) => sum + operations, 0);
  }

  /** The ids of accepted operations: what the log has to answer. */
  *expected(): Generator<string> {
    for (const batch of this.plan.batches) {
      if (this.#noteOf(batch.number).state !== 'accepted') continue;
      for (const index of sentIn(this.plan, batch)) yield externalIdOf(this.plan.records.texts, index) ?? '';
    }
  }

  /** As it is now; what happens later does not change it. */
  get account(): RunAccount {
    const { plan } = this;
    const { byExternalId, elsewhere } = this.#tied();
    const counts = this.#counts(byExternalId);
    const records = new RecordAccounts({ plan, batches: [...this.#batches], byExternalId, counts });
    return { records, counts, elsewhere: elsewhere.length };
  }

  /** Entries of somebody whom this run has not sent answer somebody else's request. */
  #tied(): TiedEntries {
    if (this.#entries.size === 0) return { byExternalId: new Map(), elsewhere: [] };
    this.#byId ??= new RecordsById(this.plan);
    const byId = this.#byId;
    const isSent = (externalId: string): boolean => {
      for (const index of byId.indexesOf(externalId)) if (mayBeTaken(this.#stateOf(index))) return true;
      return false;
    };
    return tieEntries(isSent, this.#entries.values(), this.startedAt);
  }

  /** The records in each state: by whole batches first, and then those whom the log tells of. */
  #counts(byExternalId: TiedEntries['byExternalId']): Record<RecordState, number> {
    const counts = Object.fromEntries(RECORD_STATES.map((state) => [state, 0])) as Record<RecordState, number>;
    counts.refused = this.plan.counts.refused;
    counts.excluded = this.plan.counts.excluded;
    for (const { number, operations } of this.plan.batches)
      counts[operationState(this.#noteOf(number).state, [])] += operations;
    for (const [externalId, entries] of byExternalId) {
      for (const index of this.#byId?.indexesOf(externalId) ?? []) {
        const state = this.#stateOf(index);
        counts[operationState(state, [])]--;
        counts[operationState(state, entries)]++;
      }
    }
    return counts;
  }

  /** Of the batch that a record's operation goes in. */
  #stateOf(index: number): BatchState {
    return this.#noteOf(batchOf(this.plan, index + 1).number).state;
  }

  #noteOf(batch: number): BatchNote {
    return this.#batches[batch - 1] ?? PLANNED;
  }
}
