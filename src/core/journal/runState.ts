import type { BatchState } from '../run/recordState';
import { Answers } from './answers';
import type { BatchMemory, BatchProgress } from './batchProgress';
import { begun, ended, UNTOUCHED } from './batchProgress';
import { isAboutContent } from './isAboutContent';
import type { JournalEvent, JournalLine } from './journalEvent';
import type { PlanFile } from './planFile';
import type { RunPhase } from './runPhase';

type EventOf<Type extends JournalEvent['type']> = Extract<JournalEvent, { readonly type: Type }>;

/** An event without its type, with its time as ISO 8601. */
type Noted<Type extends JournalEvent['type']> = Omit<EventOf<Type>, 'type'> & { readonly at: string };

/**
 * The state of a run according to the journal lines that were applied, regardless of whether they come from memory or
 * from disk. Each event changes it.
 */
export class RunState {
  readonly #plan: PlannedState;
  /** By batch number minus one. */
  readonly #batches: BatchMemory[];
  readonly #counts = new Map<BatchState, number>();
  /** The number of operations in accepted batches. */
  #accepted = 0;
  /**
   * Cached until a request is refused or a refused one is sent again, because the status is requested at every event of
   * a run, which may have thousands of requests.
   */
  #searchable: readonly number[] | undefined = [];
  readonly #answers = new Answers();
  readonly #superseded = new Map<number, string>();
  /** The refused ranges of batches in a search, as `first-last`. */
  readonly #refused = new Set<string>();
  readonly #searched = new Set<number>();
  #lastAt: string | undefined;
  #startedAt: string | undefined;
  #acceptedAt: string | undefined;
  #hasPassedPilot = false;
  #confirmed: Noted<'confirmed'> | undefined;
  #blocked: Noted<'blocked'> | undefined;
  #pause: Noted<'paused'> | undefined;
  #cancelledAt: string | undefined;
  #tenantClock: string | undefined;
  #elsewhere: number | undefined;
  #silence: Noted<'silent'> | undefined;
  #closed: Noted<'closed'> | undefined;

  constructor(plan: PlannedState) {
    this.#plan = plan;
    this.#batches = plan.batches.map(() => UNTOUCHED);
    this.#counts.set('planned', plan.batches.length);
  }

  apply({ at, event }: JournalLine): void {
    this.#lastAt = at;
    switch (event.type) {
      case 'attempt-start':
      case 'attempt-end':
      case 'given-up':
      case 'found-taken':
        this.#applyToBatches(event, at);
        return;
      case 'reconciled':
        this.#answers.add(event);
        return;
      case 'superseded':
        for (const record of event.records) this.#superseded.set(record, event.run);
        for (const batch of event.batches) this.#leave(batch - 1, at);
        return;
      default:
        this.#applyToRun(event, at);
    }
  }

  /**
   * Notes that the run's process ended and was not continued: the outcome of attempts without an end is unknown.
   * @param at ISO 8601
   */
  interrupt(at = this.#lastAt ?? ''): void {
    for (const [index, batch] of this.#batches.entries())
      if (batch.state === 'sending') this.#set(index, { ...batch, state: 'unknown' });
    if (this.phase === 'sending') this.#pause = { why: 'interrupted', at };
  }

  /**
   * Notes that the end of the journal is lost. Accepted batches stay accepted, because nothing revokes that; the
   * outcome of all others is unknown, unless the run was stopped for good.
   */
  doubt(): void {
    if (!this.#isStopped)
      for (const [index, batch] of this.#batches.entries())
        if (batch.state !== 'accepted') this.#set(index, { ...batch, state: 'unknown' });
    this.interrupt();
  }

  /** The number of batches in the plan. */
  get size(): number {
    return this.#batches.length;
  }

  /**
   * By batch number minus one. Copies every batch, so callers at every event should use `size`, `batch` and `count`
   * instead.
   */
  get batches(): readonly BatchProgress[] {
    return this.#batches.map((batch) => this.#shown(batch));
  }

  /** @param number from 1 */
  batch(number: number): BatchProgress {
    return this.#shown(this.#batches[number - 1] ?? UNTOUCHED);
  }

  /** How many attempts of a batch may have been received. */
  received(number: number): number {
    return this.#batches[number - 1]?.received ?? 0;
  }

  /** How many batches are in a state. */
  count(state: BatchState): number {
    const own = this.#counts.get(state) ?? 0;
    if (!this.#isStopped) return own;
    const left = UNSENT.reduce((sum, each) => sum + (this.#counts.get(each) ?? 0), 0);
    return (UNSENT.includes(state) ? 0 : own) + (state === this.#unsentState ? left : 0);
  }

  get phase(): RunPhase {
    if (this.#blocked !== undefined) return 'blocked';
    if (this.#cancelledAt !== undefined) return 'cancelled';
    if (this.#closed !== undefined) return 'complete';
    const unsettled = this.#batches.length - SETTLED.reduce((sum, state) => sum + this.count(state), 0);
    if (unsettled > 0) {
      if (this.#pause === undefined) return 'sending';
      return this.#pause.why === 'pilot' ? 'pilot' : 'paused';
    }
    return this.awaited > 0 && this.#silence?.isFinal !== true ? 'awaiting-log' : 'complete';
  }

  /** The number of accepted operations that the log has not answered yet. */
  get awaited(): number {
    return Math.max(0, this.#accepted - this.#answers.records);
  }

  /** Whether the run sends halves of a refused request to find the operations at fault. */
  get isSearch(): boolean {
    return this.#plan.selection?.kind === 'search';
  }

  /** Whether a request with exactly these batches, both inclusive, was refused because of its contents. */
  isRefused(first: number, last: number): boolean {
    return this.#refused.has(rangeOf(first, last));
  }

  /**
   * The number of the first request that was refused because of its contents and that a search could narrow down;
   * `undefined` if there is none.
   */
  get searchable(): number | undefined {
    return this.allSearchable[0];
  }

  /** The numbers of all requests that {@link searchable} can return. */
  get allSearchable(): readonly number[] {
    this.#searchable ??= this.#batches.flatMap(({ state, last }, index) => {
      const holdsSeveral = (this.#plan.batches[index]?.operations ?? 0) > 1;
      const number = index + 1;
      const isOpen = state === 'rejected' && isAboutContent(last?.status) && !this.#searched.has(number);
      return isOpen && holdsSeveral ? [number] : [];
    });
    return this.#searchable;
  }

  /** Whether a search of one of its requests was completed. */
  get isSearched(): boolean {
    return this.#searched.size > 0;
  }

  /** Notes that another run found the operations at fault in these requests. */
  noteSearched(numbers: readonly number[]): void {
    for (const number of numbers) this.#searched.add(number);
    this.#searchable = undefined;
  }

  /** The answers of the log. */
  get answers(): Pick<Answers, 'size' | 'records' | 'has' | 'of'> {
    return this.#answers;
  }

  /** Records that are no longer sent, with the run that contains their people. */
  get superseded(): ReadonlyMap<number, string> {
    return this.#superseded;
  }

  /** ISO 8601: when the first request was started. */
  get startedAt(): string | undefined {
    return this.#startedAt;
  }

  /** ISO 8601: when the last request was accepted. */
  get acceptedAt(): string | undefined {
    return this.#acceptedAt;
  }

  /** Whether sending was resumed after the pilot. */
  get hasPassedPilot(): boolean {
    return this.#hasPassedPilot;
  }

  /** ISO 8601: the time of the last event. */
  get lastAt(): string | undefined {
    return this.#lastAt;
  }

  get confirmed(): Noted<'confirmed'> | undefined {
    return this.#confirmed;
  }

  /** Set if guards stopped the run or a person declined. */
  get blocked(): Noted<'blocked'> | undefined {
    return this.#blocked;
  }

  /** Why sending is paused. */
  get pause(): Noted<'paused'> | undefined {
    return this.#pause;
  }

  /** ISO 8601. */
  get cancelledAt(): string | undefined {
    return this.#cancelledAt;
  }

  /** ISO 8601: the tenant's time before the first attempt. */
  get tenantClock(): string | undefined {
    return this.#tenantClock;
  }

  /** The number of log entries that do not belong to this run; `undefined` before the log was read. */
  get elsewhere(): number | undefined {
    return this.#elsewhere;
  }

  /** Why the log does not answer some of the accepted operations. */
  get silence(): Noted<'silent'> | undefined {
    return this.#silence;
  }

  /** Set once nothing is left to do. */
  get closed(): Noted<'closed'> | undefined {
    return this.#closed;
  }

  get #isStopped(): boolean {
    return this.#cancelledAt !== undefined || this.#blocked !== undefined;
  }

  #applyToRun(event: Exclude<JournalEvent, { readonly type: BatchEvent | 'reconciled' | 'superseded' }>, at: string) {
    switch (event.type) {
      case 'planned':
        return;
      case 'confirmed':
        this.#confirmed = noted(event, at);
        this.#blocked = undefined;
        return;
      case 'blocked':
        this.#blocked = noted(event, at);
        return;
      case 'paused':
        this.#pause = noted(event, at);
        return;
      case 'resumed':
        this.#hasPassedPilot ||= this.#pause?.why === 'pilot';
        this.#pause = undefined;
        this.#closed = undefined;
        return;
      case 'recovered':
        this.interrupt(at);
        return;
      case 'cancelled':
        this.#cancelledAt = at;
        return;
      case 'tenant-clock':
        this.#tenantClock ??= event.at;
        return;
      case 'log-read':
        this.#elsewhere = event.elsewhere;
        return;
      case 'silent':
        this.#silence = noted(event, at);
        return;
      case 'closed':
        this.#closed = noted(event, at);
    }
  }

  #applyToBatches(event: EventOf<BatchEvent>, at: string): void {
    const { batch: first } = event;
    const last = 'through' in event ? event.through : first;
    for (let index = first - 1; index < Math.min(last, this.#batches.length); index++)
      this.#applyToBatch(index, event, at);
    if (event.type === 'attempt-end' && event.outcome === 'rejected' && isAboutContent(event.status))
      this.#refused.add(rangeOf(first, last));
  }

  #applyToBatch(index: number, event: EventOf<BatchEvent>, at: string): void {
    const batch = this.#batches[index];
    // The plan lacks this batch, although the journal belongs to the plan
    if (batch === undefined) return;
    switch (event.type) {
      case 'attempt-start':
        this.#startedAt ??= at;
        this.#pause = undefined;
        this.#set(index, begun(batch, event, at));
        return;
      case 'attempt-end':
        if (event.outcome === 'accepted') this.#acceptedAt = at;
        this.#set(index, ended(batch, event, at));
        return;
      case 'given-up':
        // An accepted batch stays accepted
        if (batch.state !== 'accepted') this.#set(index, { ...batch, state: 'given-up', at });
        return;
      case 'found-taken':
        this.#acceptedAt ??= at;
        this.#set(index, { ...batch, state: 'accepted', at });
    }
  }

  /** Gives up a batch because a newer run sends its people. */
  #leave(index: number, at: string): void {
    const batch = this.#batches[index];
    if (batch === undefined) return;
    const { state } = batch;
    if (state === 'unknown' || state === 'sending') this.#set(index, { ...batch, state: 'given-up', at });
    // A refused request could otherwise be sent again once its sender gets permission
    if (state === 'planned' || state === 'not-sent' || state === 'rejected')
      this.#set(index, { ...batch, state: 'cancelled', at });
  }

  #set(index: number, batch: BatchMemory): void {
    this.#count(index, -1);
    if (batch.state === 'rejected' || this.#batches[index]?.state === 'rejected') this.#searchable = undefined;
    this.#batches[index] = batch;
    this.#count(index, 1);
  }

  #count(index: number, by: 1 | -1): void {
    const state = this.#batches[index]?.state ?? 'planned';
    this.#counts.set(state, (this.#counts.get(state) ?? 0) + by);
    if (state === 'accepted') this.#accepted += by * (this.#plan.batches[index]?.operations ?? 0);
  }

  /**
   * The state to show. In a run that was stopped for good, batches that were not received are cancelled, or not sent if
   * nothing ever was.
   */
  #shown({ received: _, ...batch }: BatchMemory): BatchProgress {
    return this.#isStopped && UNSENT.includes(batch.state) ? { ...batch, state: this.#unsentState } : batch;
  }

  get #unsentState(): BatchState {
    return this.#cancelledAt === undefined ? 'not-sent' : 'cancelled';
  }
}

/** The parts of a plan that determine how its journal is read. */
type PlannedState = Pick<PlanFile, 'batches'> & Partial<Pick<PlanFile, 'selection'>>;

type BatchEvent = 'attempt-start' | 'attempt-end' | 'given-up' | 'found-taken';

/** States in which a batch is not sent any more. */
const SETTLED: readonly BatchState[] = ['accepted', 'rejected', 'given-up', 'cancelled'];

/** States of batches that will not be sent if the run is stopped for good. */
const UNSENT: readonly BatchState[] = ['planned', 'not-sent'];

function rangeOf(first: number, last: number): string {
  return `${first}-${last}`;
}

function noted<Event extends JournalEvent>(
  { type: _, ...said }: Event,
  at: string,
): Omit<Event, 'type'> & { readonly at: string } {
  return { ...said, at };
}
