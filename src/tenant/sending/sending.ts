import type { AttemptReason, JournalEvent } from '../../core/journal/journalEvent';
import type { LostBody, PlannedBodies, PlannedBody } from '../../core/run/plannedBody';
import type { TenantError } from '../errors';
import { ChangedSourceError, ThrottledError, UnknownOutcomeError } from '../errors';
import { MAX_ATTEMPTS } from '../limits';
import type { JobTenant } from '../tenant';
import type { AttemptResult } from './attempt';
import { attemptBatch, isRefusedContent, numbersOf, refusedAtLast } from './attempt';
import { Bell } from './bell';
import { BodySource } from './bodySource';
import { Breaker, PROBE_AFTER } from './breaker';
import { describeHalt } from './describeHalt';
import type { NextStep } from './nextStep';
import { nextStep, resendBudget } from './nextStep';
import { OpenBatch } from './openBatch';
import { RoundTrip } from './roundTrip';
import { SendControl } from './sendControl';
import type { Pause, SendEvent } from './sendEvent';
import type { SendOptions } from './sendOptions';
import { ThrottleCount } from './throttleCount';
import type { Pace } from './throttle';
import { createPace } from './throttle';

/** A finished request. */
interface Ended {
  readonly batch: OpenBatch;
  readonly result: AttemptResult;
  readonly startedAt: number;
  /** Number of renewed tokens when it started. */
  readonly renewals: number;
  /** Whether it was the batch that the breaker tries alone. */
  readonly isProbe: boolean;
}

type Failed = Extract<AttemptResult, { readonly kind: 'failed' }>;

/**
 * Sends the batches of one session. A loop processes events, decides, starts permitted requests and waits for the next
 * event. Only the loop changes the state that requests in flight share, one result after the other.
 */
export class Sending {
  readonly #tenant: JobTenant;
  readonly #options: SendOptions;
  readonly #control: SendControl;
  readonly #pace: Pace;
  readonly #source: BodySource;
  readonly #bell = new Bell();
  readonly #breaker = new Breaker();
  readonly #roundTrip = new RoundTrip();
  readonly #throttles = new ThrottleCount();
  readonly #listening: { dispose(): void };
  /** Sorted by number. */
  #open: OpenBatch[] = [];
  readonly #underWay = new Set<Promise<void>>();
  /** Unprocessed results. */
  readonly #news: (SendEvent | Ended | { readonly usedUp: OpenBatch })[] = [];
  /** Number of unprocessed answers. Until they are processed, it is unknown whether more may be sent. */
  #unjudged = 0;
  /** Nothing is sent before this time of the clock. */
  #heldUntil: number;
  #renewals = 0;
  #resends = 0;
  #end: (Pause & { readonly batch?: number }) | undefined;
  #fault: { readonly error: unknown } | undefined;
  #isPaused = false;

  constructor(tenant: JobTenant, bodies: PlannedBodies, options: SendOptions) {
    this.#tenant = tenant;
    this.#options = options;
    this.#control = options.control ?? new SendControl();
    this.#pace = options.pace ?? createPace({ clock: options.clock });
    this.#heldUntil = options.clock.now() + (options.holdFor ?? 0);
    this.#source = new BodySource(bodies, (batch) => options.batchStatus?.(batch)?.isSettled ?? false);
    this.#listening = this.#control.onDidChange(() => this.#bell.ring());
  }

  async *events(): AsyncGenerator<SendEvent, void, undefined> {
    for (;;) {
      yield* this.#takeNews();
      if (this.#underWay.size === 0 && !this.#source.isPulling && this.#news.length === 0) {
        if (this.#fault !== undefined) throw this.#fault.error;
        if (this.#end === undefined && this.#isDone) return;
        if (this.#isEnding) return yield* this.#finish();
        yield* this.#pauseOrResume();
      }
      const wait = this.#beginWhatMay();
      if (this.#news.length === 0) await this.#bell.wait(this.#options.clock, wait);
    }
  }

  /** Waits for the requests in flight, which are still recorded. */
  async close(): Promise<void> {
    this.#end ??= { why: 'asked' };
    this.#listening.dispose();
    await Promise.all(this.#underWay);
    await this.#source.close();
  }

  get #isEnding(): boolean {
    const { wish } = this.#control;
    return this.#end !== undefined || this.#fault !== undefined || wish === 'stop' || wish === 'cancel';
  }

  /** Whether a request may be sent now, apart from the pace. */
  get #isOpenForRequests(): boolean {
    return !this.#isEnding && this.#control.wish === 'go' && this.#unjudged === 0;
  }

  get #isHeld(): boolean {
    return this.#heldUntil > this.#options.clock.now();
  }

  /** Starts all permitted requests; returns the milliseconds until the next one is permitted. */
  #beginWhatMay(): number {
    for (;;) {
      if (!this.#isOpenForRequests) return Infinity;
      this.#pullIfWanted();
      if (this.#breaker.isOpen && this.#underWay.size > 0) return Infinity;
      if (this.#underWay.size >= this.#inFlightAtMost) return Infinity;
      const batch = this.#breaker.isOpen ? this.#probe() : this.#next();
      if (batch === undefined) return Infinity;
      const wait = this.#waitFor(batch);
      if (wait > 0) return wait;
      this.#begin(batch, this.#breaker.isOpen ? 'probe' : batch.reason);
    }
  }

  get #inFlightAtMost(): number {
    return this.#breaker.isOpen || this.#options.isSearch === true ? 1 : this.#roundTrip.inFlight(this.#pace.spacing);
  }

  #waitFor(batch: OpenBatch): number {
    const now = this.#options.clock.now();
    const dueAt = this.#breaker.isOpen ? this.#breaker.probeAt : batch.dueAt;
    return Math.max(dueAt - now, this.#heldUntil - now, this.#pace.wait());
  }

  /** The first batch that is due, or else the one that is due next. */
  #next(): OpenBatch | undefined {
    const now = this.#options.clock.now();
    const idle = this.#open.filter(({ isInFlight }) => !isInFlight);
    const soonest = Math.min(...idle.map(({ dueAt }) => dueAt));
    return idle.find(({ dueAt }) => dueAt <= Math.max(now, soonest));
  }

  /** The oldest batch that may have been accepted, or else the oldest. */
  #probe(): OpenBatch | undefined {
    return this.#open.find(({ isUnknown }) => isUnknown) ?? this.#open[0];
  }

  #pullIfWanted(): void {
    if (this.#source.isPulling || this.#source.isEnded) return;
    if (this.#open.length >= this.#inFlightAtMost) return;
    if (this.#options.settlesUnknownFirst === true && this.#open.some(({ wasUnknown }) => wasUnknown)) return;
    this.#source
      .pull()
      .then((body) => this.#takeBody(body))
      .catch((error: unknown) => (this.#fault ??= { error }))
      .finally(() => this.#bell.ring());
  }

  #takeBody(body: PlannedBody | LostBody | undefined): void {
    if (body === undefined) return;
    const { number } = body;
    if (body.kind === 'lost') {
      const error = new ChangedSourceError(body.message, { remedy: body.remedy, ownWords: body.message });
      const batchStatus = this.#options.batchStatus?.(number);
      const maybeTaken = batchStatus?.isUnknown ?? false;
      const attempt = batchStatus?.attempts ?? 0;
      this.#news.push({ type: 'failed', batch: number, operations: 0, attempt, error, maybeTaken });
      this.#end ??= { ...describeHalt({ kind: 'stop', why: 'source' }, error, this.#wallTime), batch: number };
      return;
    }
    const hash = this.#options.batches[number - 1]?.hash;
    if (hash === undefined) throw new Error(`batch ${number} is not in the plan`);
    const batch = new OpenBatch(body, hash, this.#options.batchStatus?.(number));
    this.#open.push(batch);
    // An earlier session may have ended after the last attempt but before giving the batch up
    if (batch.isUnknown && batch.spent >= MAX_ATTEMPTS) this.#news.push({ usedUp: batch });
  }

  #begin(batch: OpenBatch, reason: AttemptReason): void {
    const { clock, journal, beforeCall } = this.#options;
    const turn = this.#pace.take();
    const startedAt = clock.now();
    const renewals = this.#renewals;
    const isResend = batch.spent > 0;
    batch.isInFlight = true;
    batch.attempts += 1;
    const { number, operations, attempts: attempt, isUnknown: maybeTwice } = batch;
    const going = attemptBatch(batch, reason, {
      tenant: this.#tenant,
      journal,
      beforeCall,
      giveUp: this.#control.givenUp,
      isSearch: this.#options.isSearch === true,
      mayLeave: () => this.#isOpenForRequests && !this.#isHeld && (!this.#breaker.isOpen || reason === 'probe'),
      onStart: () => {
        if (isResend) this.#resends += 1;
        this.#news.push({ type: 'batch-start', batch: number, operations, attempt, reason, maybeTwice });
        this.#bell.ring();
      },
      onAnswer: (isAccepted) => {
        turn.answered();
        if (isAccepted) this.#roundTrip.note(clock.now() - startedAt);
        else this.#unjudged += 1;
      },
    })
      .then((result) => void this.#news.push({ batch, result, startedAt, renewals, isProbe: reason === 'probe' }))
      .catch((error: unknown) => {
        this.#fault ??= { error };
      })
      .finally(() => {
        turn.answered();
        this.#underWay.delete(going);
        this.#bell.ring();
      });
    this.#underWay.add(going);
  }

  async *#takeNews(): AsyncGenerator<SendEvent, void, undefined> {
    for (let news = this.#news.shift(); news !== undefined; news = this.#news.shift()) {
      if ('type' in news) yield news;
      else if ('result' in news) yield* this.#judge(news);
      else yield* this.#giveUp(news.usedUp, usedUp());
    }
  }

  async *#judge(ended: Ended): AsyncGenerator<SendEvent, void, undefined> {
    const { batch, result } = ended;
    batch.isInFlight = false;
    if (result.kind === 'unwritten') {
      batch.attempts -= 1;
      this.#endByJournal(result.error);
      return;
    }
    if (result.unrecorded !== undefined) this.#endByJournal(result.unrecorded.error);
    if (result.kind === 'recalled') return;
    if (result.kind === 'failed') yield* this.#judgeFailure(ended, result);
    else yield this.#accept(ended, result);
  }

  #accept({ batch, startedAt }: Ended, result: Extract<AttemptResult, { readonly kind: 'accepted' }>): SendEvent {
    this.#settle(batch);
    this.#breaker.noteAccepted();
    this.#throttles.noteOther(startedAt);
    const { receipt, end, unrecorded } = result;
    const about = { ...this.#about(batch), maybeTwice: batch.isUnknown, receipt };
    return unrecorded === undefined ? { type: 'accepted', ...about } : { type: 'unrecorded', entry: end, ...about };
  }

  async *#judgeFailure(ended: Ended, result: Failed): AsyncGenerator<SendEvent, void, undefined> {
    const { batch, isProbe } = ended;
    const { error, end, unrecorded } = result;
    const step = this.#decide(ended, error);
    this.#unjudged -= 1;
    const about = { ...this.#about(batch), error, maybeTaken: batch.isUnknown };
    if (unrecorded !== undefined) {
      yield { type: 'unrecorded', entry: end, ...this.#about(batch), error, maybeTwice: batch.isUnknown };
      return;
    }
    if (this.#options.isSearch === true && isRefusedContent(error)) {
      yield* this.#learn(batch, error);
      return;
    }
    if (step.kind === 'give-up') {
      yield* this.#giveUp(batch, error);
    } else if (batch.isUnknown && isRefusedContent(error)) {
      // If it stayed unknown, every resume would send it first, and it would be refused again
      yield* this.#giveUp(batch, error, refusedAtLast(error, 'these records'));
      if (step.kind === 'stop') this.#end ??= describeHalt(step, error, this.#wallTime);
    } else if (step.kind === 'again' && !isProbe && !this.#isEnding) {
      const { reason, ms } = step;
      yield { type: 'waiting', ...about, reason, ms, until: this.#wallTime + ms };
    } else {
      yield { type: 'failed', ...about };
      if (step.kind !== 'again') this.#end ??= describeHalt(step, error, this.#wallTime);
    }
    if (isProbe) this.#end ??= describeHalt({ kind: 'broken' }, error, this.#wallTime);
    if (!this.#breaker.noteFailure(this.#options.clock.now()) || this.#isEnding) return;
    yield { type: 'breaker', ms: PROBE_AFTER, until: this.#wallTime + PROBE_AFTER };
  }

  /** Handles the answer to a search: the service works, and the refused request is sent again in halves. */
  async *#learn(batch: OpenBatch, error: TenantError): AsyncGenerator<SendEvent, void, undefined> {
    this.#breaker.noteAccepted();
    // An earlier attempt may have been received, so this answer alone does not prove that the operation was not
    // accepted
    if (batch.isUnknown && batch.through === undefined) {
      const words = refusedAtLast(error, 'this record');
      if (!(await this.#write({ type: 'given-up', batch: batch.number, ...words }))) return;
    }
    this.#settle(batch);
    yield { type: 'refused', ...this.#about(batch), error, maybeTaken: batch.isUnknown };
  }

  #decide({ batch, startedAt, renewals }: Ended, error: TenantError): NextStep {
    const { clock, batches, random = Math.random } = this.#options;
    const now = clock.now();
    if (error.outcome === 'unknown') batch.isUnknown = true;
    if (error.outcome === 'unknown' || error.outcome === 'not-sent') batch.spent += 1;
    const isThrottled = error instanceof ThrottledError;
    if (!isThrottled) this.#throttles.noteOther(startedAt);
    const step = nextStep(error, {
      spent: batch.spent,
      isUnknown: batch.isUnknown,
      throttledInRow: isThrottled ? this.#throttles.note(startedAt, now) : 0,
      isTokenFresh: renewals > 0,
      resendsLeft: resendBudget(batches.length) - this.#resends,
      random,
    });
    if (step.kind !== 'again') return step;
    batch.dueAt = now + step.ms;
    batch.reason = step.reason === 'daily-limit-likely' ? 'throttled' : step.reason;
    if (step.holdsAll) this.#heldUntil = Math.max(this.#heldUntil, batch.dueAt);
    if (step.reason === 'token-renewed') this.#renewals = 1;
    return step;
  }

  async *#giveUp(
    batch: OpenBatch,
    error: TenantError,
    why?: { readonly cause: string; readonly remedy: string },
  ): AsyncGenerator<SendEvent, void, undefined> {
    const isWritten = await this.#write({ type: 'given-up', ...numbersOf(batch), ...why });
    if (isWritten) this.#settle(batch);
    yield { type: isWritten ? 'given-up' : 'failed', ...this.#about(batch), error, maybeTaken: true };
  }

  /** Reports why sending has ended, once no request is in flight. */
  async *#finish(): AsyncGenerator<SendEvent, void, undefined> {
    const batch = this.#end?.batch ?? this.#firstUnsettled;
    if (this.#control.wish === 'cancel' && this.#end?.why !== 'journal' && (await this.#write({ type: 'cancelled' }))) {
      yield { type: 'cancelled', batch };
      return;
    }
    const end = this.#end ?? { why: 'asked' };
    if (end.why === 'asked' && this.#isPaused) return;
    yield* this.#sayPaused(end, batch);
  }

  async *#pauseOrResume(): AsyncGenerator<SendEvent, void, undefined> {
    const isWanted = this.#control.wish === 'pause';
    if (isWanted === this.#isPaused) return;
    this.#isPaused = isWanted;
    if (isWanted) yield* this.#sayPaused({ why: 'asked' }, this.#firstUnsettled);
    else if (await this.#write({ type: 'resumed' })) yield { type: 'resumed' };
  }

  async *#sayPaused(pause: Pause, batch: number): AsyncGenerator<SendEvent, void, undefined> {
    const { why, until, cause, remedy } = pause;
    const words = { ...(cause !== undefined && { cause }), ...(remedy !== undefined && { remedy }) };
    const time = until === undefined ? {} : { until: new Date(until).toISOString() };
    // The event is reported even if it cannot be recorded
    if (why === 'journal' || (await this.#write({ type: 'paused', why, ...time, ...words })))
      yield { type: 'paused', batch, why, ...(until !== undefined && { until }), ...words };
    else yield { type: 'paused', batch, ...(this.#end ?? pause) };
  }

  async #write(event: JournalEvent): Promise<boolean> {
    try {
      await this.#options.journal.append(event);
      return true;
    } catch (error) {
      this.#endByJournal(error);
      return false;
    }
  }

  #endByJournal(error: unknown): void {
    const why = error instanceof Error ? ` ${error.message}` : '';
    const own = error instanceof Error && 'remedy' in error ? error.remedy : undefined;
    this.#end = {
      why: 'journal',
      cause: `Sending has stopped, because the journal can no longer be written.${why}`,
      remedy: typeof own === 'string' ? own : 'Make the journal writable, then resume the run.',
    };
  }

  #settle(batch: OpenBatch): void {
    this.#open = this.#open.filter((other) => other !== batch);
  }

  #about({ number, operations, attempts }: OpenBatch) {
    return { batch: number, operations, attempt: attempts };
  }

  get #wallTime(): number {
    return (this.#options.wallClock ?? Date.now)();
  }

  get #firstUnsettled(): number {
    const { batches, batchStatus } = this.#options;
    let next = this.#source.nextNumber;
    while (next <= batches.length && batchStatus?.(next)?.isSettled === true) next++;
    return Math.min(next, ...this.#open.map(({ number }) => number));
  }

  get #isDone(): boolean {
    if (this.#open.length > 0) return false;
    return this.#source.isEnded || this.#firstUnsettled > this.#options.batches.length;
  }
}

/** The error of a batch whose attempts were used up in an earlier session. */
function usedUp(): UnknownOutcomeError {
  const message = 'Its attempts are used up.';
  const remedy = 'Check the provisioning log before sending the same people again.';
  return new UnknownOutcomeError(message, { ownWords: message, remedy });
}
