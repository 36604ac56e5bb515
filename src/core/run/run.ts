import type { Answer } from '../logs/answer';
import { inOrderOfTime, isSetback } from '../logs/decidingAnswer';
import type { Explanation } from '../logs/explanations';
import { parseInstant } from '../logs/instant';
import type { LogEntry } from '../logs/logEntry';
import type { BatchNote } from './batchNote';
import { nextNote, PLANNED } from './batchNote';
import type { AwaitingRun } from '../logs/awaitingRun';
import type { RecordAnswer } from '../logs/entryMatcher';
import { EntryMatcher } from '../logs/entryMatcher';
import type { Plan } from './plan';
import { batchOf, FateCode, isSent, sentIn } from './plan';
import { externalIdOf } from './recordTexts';
import { RecordsById } from './recordsById';
import type { BatchState, RecordState } from './recordState';
import { mayBeTaken, operationState, RECORD_STATES } from './recordState';
import type { RunAccount } from './account/runAccount';
import { defined, RecordAccounts } from './account/runAccount';

/** The state of the batch at which sending stopped. */
const STOPPING: ReadonlySet<BatchState> = new Set<BatchState>(['rejected', 'not-sent', 'unknown', 'given-up']);

const LOOK_AT_LOG = 'Check the provisioning log before sending the same people again.';

/**
 * The difference assumed between this machine's clock and the tenant's, in milliseconds, while the tenant's is unknown.
 */
const ASSUMED_CLOCK_DIFFERENCE = 300_000;

/**
 * Maximum number of log entries kept in memory with their answers: this many for setbacks, and this many for all
 * others.
 */
const MAX_ENTRIES = 20_000;

/** Finds the records of a plan by matching id, as indexes from 0. */
export interface RecordFinder {
  indexesOf(externalId: string): Iterable<number>;
}

/** A plan being sent, and its results afterwards. Only records what happened; has no effects. */
export class Run implements AwaitingRun {
  readonly plan: Plan;
  /** ISO 8601, by this machine's clock. */
  readonly startedAt: string;
  /** By batch number minus one. */
  readonly #batches: BatchNote[];
  /** By record index; oldest first. */
  readonly #answers = new Map<number, readonly Answer[]>();
  /** By log entry id, the index of the record that the entry answers. */
  readonly #entries = new Map<string, number>();
  /** The number of records in the states that depend on the plan alone. */
  readonly #left: Pick<Record<RecordState, number>, 'refused' | 'excluded'>;
  readonly #kept = { setbacks: 0, others: 0 };
  #finder: RecordFinder | undefined;
  #matcher: EntryMatcher | undefined;
  #elsewhere = 0;
  #paused: Explanation | undefined;
  /** Milliseconds since 1970 by the tenant's clock: before the first attempt, and the latest known. */
  #tenantStart: number | undefined;
  #tenantTime: number | undefined;

  /** @param finder finds records of a plan that was read from disk without its texts */
  constructor(plan: Plan, startedAt: string, finder?: RecordFinder) {
    this.plan = plan;
    this.startedAt = startedAt;
    this.#finder = finder;
    this.#batches = plan.batches.map(() => PLANNED);
    this.#left = countLeft(plan);
  }

  noteBatch(batch: number, state: BatchState, why?: string, remedy?: string): void {
    if (batch > this.#batches.length) return;
    this.#batches[batch - 1] = nextNote(
      this.#noteOf(batch),
      { state, ...defined({ why, remedy }) },
      this.#tenantTime ?? this.#tenantStart,
    );
  }

  /**
   * Notes the tenant's time before the first attempt; the log is read from then on.
   * @param at ISO 8601
   */
  noteTenantClock(at: string): void {
    this.#tenantStart = parseInstant(at) ?? this.#tenantStart;
  }

  /**
   * Notes the tenant's time in a later answer. Log entries before it cannot answer batches that are sent from now on.
   */
  noteTenantTime(at: string): void {
    const time = parseInstant(at);
    if (time !== undefined) this.#tenantTime = Math.max(this.#tenantTime ?? time, time);
  }

  /** Adds log entries that answer records. Returns the new ones; an entry completes an answer that is already known. */
  noteAnswers(answers: Iterable<RecordAnswer>): readonly RecordAnswer[] {
    const fresh: RecordAnswer[] = [];
    for (const each of answers) {
      const { record, answer } = each;
      const known = this.answersOf(record - 1);
      const others = known.filter(({ entry }) => entry !== answer.entry);
      this.#answers.set(record - 1, inOrderOfTime([...others, this.#light(answer)]));
      this.#entries.set(answer.entry, record - 1);
      if (others.length === known.length) fresh.push(each);
    }
    return fresh;
  }

  /** Notes how many log entries so far do not belong to this run. */
  noteElsewhere(count: number): void {
    this.#elsewhere = count;
  }

  get elsewhere(): number {
    return this.#elsewhere;
  }

  /** Adds log entries that no other run on this machine may claim. */
  noteEntries(entries: Iterable<LogEntry>): void {
    this.#matcher ??= new EntryMatcher(this);
    this.noteAnswers(this.#matcher.take(entries));
    this.noteElsewhere(this.#matcher.elsewhere);
  }

  /** Notes that the log has entries for people of a batch: it was accepted, even if the answer was lost. */
  noteTaken(batch: number): void {
    this.noteBatch(batch, 'accepted');
  }

  /**
   * Notes that sending has stopped: batches that were not started will not be sent, and the outcome of a batch that was
   * started but not answered is unknown.
   */
  noteStopped(): void {
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state === 'sending')
        this.noteBatch(number, 'unknown', 'Sending ended before an answer came.', LOOK_AT_LOG);
    const stop = this.plan.batches.find(({ number }) => STOPPING.has(this.#noteOf(number).state));
    if (this.#paused !== undefined) this.#noteLeft(this.#paused);
    const { state, why, remedy } = stop === undefined ? PLANNED : this.#noteOf(stop.number);
    // A problem with one request does not concern the others; a reason why nothing could be sent concerns all of them
    const advice = state === 'not-sent' ? remedy : undefined;
    const words = why === undefined ? undefined : `Sending stopped at request ${stop?.number ?? ''}. ${why}`;
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state === 'planned') this.noteBatch(number, 'not-sent', words, advice);
  }

  /** Gives records that are not sent the reason for the pause and the remedy. */
  #noteLeft({ cause, remedy }: Explanation): void {
    for (const { number } of this.plan.batches) {
      const { state } = this.#noteOf(number);
      if (state === 'planned' || state === 'not-sent') this.noteBatch(number, 'not-sent', cause, remedy);
    }
  }

  /** Notes that guards or a person stopped the run before anything was sent. */
  noteBlocked(): void {
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state === 'planned')
        this.noteBatch(number, 'not-sent', 'A guard or a person stopped it, so nothing was sent.');
  }

  /** Notes that sending pauses until the time that the service demands: why, and what to do. */
  notePaused(words: Explanation | undefined): void {
    this.#paused = words;
  }

  /** Notes that the end of the journal is lost: the outcome of batches that were not accepted before it is unknown. */
  noteDoubt(): void {
    for (const { number } of this.plan.batches)
      if (this.#noteOf(number).state !== 'accepted')
        this.noteBatch(number, 'unknown', 'The stored data of this run is damaged.', LOOK_AT_LOG);
  }

  /** Notes that a person cancelled the run: what was certainly not sent never will be. */
  noteCancelled(): void {
    for (const { number } of this.plan.batches) {
      const { state } = this.#noteOf(number);
      if (state === 'planned' || state === 'not-sent') this.noteBatch(number, 'cancelled', 'The run was cancelled.');
    }
  }

  /**
   * Notes why the log has no answer for accepted records. Answered records are not affected.
   * @param isFinal whether the log is no longer read
   */
  noteSilence(why: string, remedy: string, isFinal = false): void {
    for (const [index, note] of this.#batches.entries())
      if (note.state === 'accepted')
        this.#batches[index] = { ...note, ...defined({ why, remedy }), isSilent: isFinal || note.isSilent };
  }

  /** Whether the log entry with this id answers a record of this run. */
  hasEntry(id: string): boolean {
    return this.#entries.has(id);
  }

  /** The number of the record that the log entry with this id answers. */
  recordWith(id: string): number | undefined {
    const index = this.#entries.get(id);
    return index === undefined ? undefined : index + 1;
  }

  /** The number of operations that the service has accepted, which the log is expected to answer. */
  get accepted(): number {
    return this.plan.batches
      .filter(({ number }) => this.stateOf(number) === 'accepted')
      .reduce((sum, { operations }) => sum + operations, 0);
  }

  /** How many operations of matching batches the log has not answered. */
  countUnanswered(isAsked: (batch: BatchState) => boolean): number {
    let count = 0;
    for (const { number, operations } of this.plan.batches) if (isAsked(this.stateOf(number))) count += operations;
    for (const index of this.#answers.keys()) if (isAsked(this.#noteAt(index).state)) count--;
    return count;
  }

  /**
   * How many operations of accepted batches have only an answer about a reference, such as the manager: the person's
   * own entry may still come.
   */
  get answeredByReference(): number {
    let count = 0;
    for (const [index, answers] of this.#answers)
      if (this.#noteAt(index).state === 'accepted' && answers.every(isOfReference)) count++;
    return count;
  }

  /** The ids of accepted operations, which the log is expected to answer. */
  *expected(): Generator<string> {
    for (const batch of this.plan.batches) {
      if (this.stateOf(batch.number) !== 'accepted') continue;
      for (const index of sentIn(this.plan, batch)) yield externalIdOf(this.plan.records.texts, index) ?? '';
    }
  }

  stateOf(batch: number): BatchState {
    return this.#noteOf(batch).state;
  }

  /** Whether the tenant's time before the first attempt is known. */
  get knowsTenantClock(): boolean {
    return this.#tenantStart !== undefined;
  }

  /**
   * How many milliseconds this machine's clock was ahead of the tenant's when sending began; `undefined` if unknown.
   */
  get clockAhead(): number | undefined {
    const begun = parseInstant(this.startedAt);
    return this.#tenantStart === undefined || begun === undefined ? undefined : begun - this.#tenantStart;
  }

  get since(): number {
    return this.#tenantStart ?? (parseInstant(this.startedAt) ?? -Infinity) - ASSUMED_CLOCK_DIFFERENCE;
  }

  /** The last known time of the tenant, in milliseconds since 1970: answered requests were accepted by then. */
  get tenantTime(): number {
    return Math.max(this.#tenantTime ?? -Infinity, this.since);
  }

  /** Log entries before this time answer nothing that is still awaited; `Infinity` if nothing is. */
  get awaitedSince(): number {
    const unanswered = this.plan.batches.map(({ operations }) => operations);
    for (const [index, answers] of this.#answers) {
      if (answers.every(isOfReference)) continue;
      const batch = this.batchOf(index + 1);
      unanswered[batch - 1] = (unanswered[batch - 1] ?? 0) - 1;
    }
    const times = this.#batches.map(({ state, isSilent, since = this.since }, place) =>
      mayBeTaken(state) && !isSilent && (unanswered[place] ?? 0) > 0 ? Math.max(since, this.since) : Infinity,
    );
    return times.reduce((first, time) => Math.min(first, time), Infinity);
  }

  awaits(index: number): boolean {
    const { state, isSilent } = this.#noteAt(index);
    return state === 'accepted' && !isSilent;
  }

  sentIn(index: number): string {
    return batchOf(this.plan, index + 1).hash;
  }

  sinceOf(index: number): number {
    return Math.max(this.#noteAt(index).since ?? -Infinity, this.since);
  }

  *sentAs(externalId: string): Generator<number> {
    for (const index of this.withId(externalId)) if (mayBeTaken(this.#noteAt(index).state)) yield index;
  }

  /** The indexes of all operations with this id, regardless of how their requests ended. */
  withId(externalId: string): Iterable<number> {
    this.#finder ??= new RecordsById(this.plan);
    return this.#finder.indexesOf(externalId);
  }

  answersOf(index: number): readonly Answer[] {
    return this.#answers.get(index) ?? [];
  }

  /** The number of the batch of a record's operation. */
  batchOf(record: number): number {
    return batchOf(this.plan, record).number;
  }

  /** A snapshot that later events do not change. */
  get account(): RunAccount {
    const { plan } = this;
    const [counts, batches] = [this.#counts(), [...this.#batches]];
    const records = new RecordAccounts({ plan, batches, answers: new Map(this.#answers), counts });
    return {
      records,
      counts,
      elsewhere: this.#elsewhere,
      batches: plan.batches.map(({ number, operations }) => {
        const { state, attempts, received } = this.#noteOf(number);
        return { number, operations, state, attempts, maybeTwice: received > 1 };
      }),
    };
  }

  /** The number of records in each state: counted by whole batches first, then corrected by the log's answers. */
  #counts(): Record<RecordState, number> {
    const counts = Object.fromEntries(RECORD_STATES.map((state) => [state, 0])) as Record<RecordState, number>;
    Object.assign(counts, this.#left);
    for (const { number, operations } of this.plan.batches) {
      const { state, isSilent } = this.#noteOf(number);
      counts[operationState(state, [], isSilent)] += operations;
    }
    for (const [index, answers] of this.#answers) {
      const { state, isSilent } = this.#noteAt(index);
      counts[operationState(state, [], isSilent)]--;
      counts[operationState(state, answers, isSilent)]++;
    }
    return counts;
  }

  /** Drops the log entry once too many are kept: an entry takes kilobytes, and there may be a million. */
  #light(answer: Answer): Answer {
    const { log, ...rest } = answer;
    if (log === undefined) return rest;
    const kind = isSetback(answer.outcome) ? 'setbacks' : 'others';
    if (this.#kept[kind] >= MAX_ENTRIES) return rest;
    this.#kept[kind]++;
    return answer;
  }

  /** The note of the batch that contains a record's operation. */
  #noteAt(index: number): BatchNote {
    return this.#noteOf(this.batchOf(index + 1));
  }

  #noteOf(batch: number): BatchNote {
    return this.#batches[batch - 1] ?? PLANNED;
  }
}

function countLeft({ records }: Plan): { refused: number; excluded: number } {
  const left = { refused: 0, excluded: 0 };
  for (let index = 0; index < records.count; index++) {
    const fate = records.fates[index];
    if (fate === FateCode.refused) left.refused++;
    else if (!isSent(fate)) left.excluded++;
  }
  return left;
}

function isOfReference({ isReference }: Answer): boolean {
  return isReference === true;
}
