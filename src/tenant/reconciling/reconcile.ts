import type { Explanation } from '../../core/logs/explanations';
import type { OtherRun, OtherRuns } from '../../core/logs/awaitingRun';
import type { RecordAnswer } from '../../core/logs/entryMatcher';
import { EntryMatcher } from '../../core/logs/entryMatcher';
import type { BatchState } from '../../core/run/recordState';
import type { Run } from '../../core/run/run';
import { formatCount } from '../../core/text/formatCount';
import { formatAge } from '../../core/text/time/formatAge';
import { backOff, MAX_WAIT } from '../backOff';
import type { Clock } from '../clock';
import { TenantError } from '../errors';
import { LOG_READ_SPACING } from '../limits';
import type { JobState } from '../parseJob';
import { mayReadAgain } from '../reading/mayReadAgain';
import { spacedPages } from '../reading/spacedPages';
import type { Spacing } from '../reading/spacing';
import { createSpacing } from '../reading/spacing';
import { describePause } from '../sending/describePause';
import type { JobTenant, Tenant } from '../tenant';
import { explainSilence, explainStuck } from './explainSilence';
import type { LogSchedule } from './logSchedule';

/**
 * The events of reading a run's log. The caller must record each event in the journal and the run before requesting the
 * next one, because the run counts what is missing.
 */
export type ReconcileEvent =
  /** New answers for records of the run; never an empty list. */
  | { readonly type: 'answers'; readonly answers: readonly RecordAnswer[] }
  /** The log has entries for people of a batch with an unknown outcome, so the batch was accepted. */
  | { readonly type: 'found-taken'; readonly batch: number }
  /** A read of the log is complete. `elsewhere` counts the entries so far that do not belong to the run. */
  | { readonly type: 'log-read'; readonly elsewhere: number }
  /** A read failed and is retried after `ms` milliseconds. */
  | { readonly type: 'read-failed'; readonly error: TenantError; readonly ms: number }
  /** The next read is at `until`, milliseconds since 1970. `missing` counts accepted records without an answer. */
  | { readonly type: 'waiting'; readonly until: number; readonly missing: number }
  /** The log has no entries for some accepted people, with the likely reason. `isFinal`: it is not read again. */
  | ({ readonly type: 'silent'; readonly isFinal: boolean } & Explanation)
  /** The last event. */
  | ({ readonly type: 'ended' } & EndOfReading);

export type EndOfReading =
  /** All accepted operations have an answer. */
  | { readonly why: 'settled' }
  /** The log was read once, or until the end of its schedule. */
  | { readonly why: 'read' | 'over' }
  /** The caller's deadline has passed, or its signal was aborted. */
  | { readonly why: 'deadline' | 'aborted' }
  /** The service asks for a wait that is too long for a program; milliseconds since 1970. */
  | { readonly why: 'paused'; readonly until: number }
  /** The log cannot be read. This does not affect what was sent. */
  | { readonly why: 'unreadable'; readonly error: TenantError };

/** Another run of the same job, which may wait for the same entries. */
export interface OtherReconciled extends OtherRun {
  readonly awaitedSince: number;
}

export interface ReconcileOptions {
  /** The other runs, requested before each read, because another run may have been sent meanwhile. */
  readonly others?: () => OtherRuns<OtherReconciled> | Promise<OtherRuns<OtherReconciled>>;
  readonly clock: Clock;
  readonly schedule: LogSchedule;
  /**
   * When the last request was accepted, by this machine's clock; milliseconds since 1970. It may lie far in the past.
   */
  readonly sentAt: number;
  /** Reads the log immediately, and once. */
  readonly isOnce?: boolean;
  /** Maximum milliseconds to read, regardless of the schedule. */
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  /** Numbers from 0 to below 1. */
  readonly random?: () => number;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
}

/** The parts of a tenant that reading the log of a run needs. */
export type LoggedTenant = JobTenant & Partial<Pick<Tenant, 'readJob'>>;

/**
 * Reads the log on its schedule until everything that the run has sent is answered. Continues after a restart, because
 * the run holds the known answers. Reads are at least {@link LOG_READ_SPACING} apart. A refusal of the service is an
 * event; only bugs are thrown.
 */
export async function* reconcile(
  tenant: LoggedTenant,
  run: Run,
  options: ReconcileOptions,
): AsyncGenerator<ReconcileEvent> {
  const reader = new LogReader(tenant, run, options);
  const end = yield* reader.read();
  yield { type: 'ended', ...end };
}

/** Failed reads in a row after which the log counts as unreadable. */
const MAX_FAILURES = 5;

/** Whether the log may become readable again, so that the next read may succeed. */
function isOutage(end: EndOfReading): boolean {
  return end.why === 'unreadable' && mayReadAgain(end.error);
}

const isAccepted = (batch: BatchState): boolean => batch === 'accepted';
const isDoubtful = (batch: BatchState): boolean => batch === 'unknown' || batch === 'given-up';

/** Reported when a stuck job runs again. Source: Entra, inbound provisioning FAQ and provisioning logs. */
const RUNS_AGAIN = {
  cause: 'The job runs again.',
  remedy: 'Wait: it runs about every 40 minutes, and its entries appear up to 10 minutes later.',
};

class LogReader {
  readonly #tenant: LoggedTenant;
  readonly #run: Run;
  readonly #options: ReconcileOptions;
  readonly #matcher: EntryMatcher;
  readonly #spacing: Spacing;
  readonly #begun: number;
  /** Milliseconds between the last accepted request and the start; never negative, even if the clock was changed. */
  readonly #before: number;
  /** The count from before a restart, which includes entries that are not read again. */
  readonly #elsewhere: number;
  /** The last reported reason for the missing entries. */
  #lastCause = '';
  #wasStuck = false;
  /** Whether the stuck job was reported, but not its resumption. */
  #isStuck = false;
  /** Time since which everybody has an answer, but some only the one about their manager. */
  #referencesSince: number | undefined;

  constructor(tenant: LoggedTenant, run: Run, options: ReconcileOptions) {
    const { clock, sentAt, wallClock = Date.now } = options;
    this.#tenant = tenant;
    this.#run = run;
    this.#options = options;
    this.#matcher = new EntryMatcher(run, { jobId: tenant.jobId });
    this.#spacing = tenant.logSpacing ?? createSpacing(clock, LOG_READ_SPACING);
    this.#elsewhere = run.elsewhere;
    this.#begun = clock.now();
    this.#before = Math.max(0, wallClock() - sentAt);
  }

  async *read(): AsyncGenerator<ReconcileEvent, EndOfReading> {
    const { schedule, isOnce = false } = this.#options;
    if (!isOnce && this.#missing + this.#doubtful === 0) return { why: 'settled' };
    if (!isOnce) yield* this.#reportStuck();
    for (let [failed, at] = [0, this.#firstLook()]; ;) {
      const stopped = yield* this.#waitUntil(at);
      if (stopped !== undefined) return stopped;
      const end = yield* this.#look();
      if (end !== undefined && !(isOutage(end) && !isOnce && ++failed < schedule.failures)) return end;
      if (end === undefined) failed = 0;
      if (this.#isSettled()) return { why: 'settled' };
      const next = isOnce ? undefined : this.#nextLook();
      if (next === undefined && !isOnce) yield* this.#reportAnswers(this.#matcher.endWait());
      if (end === undefined || next === undefined) yield* this.#sayWhySilent(!isOnce && next === undefined);
      if (next === undefined) return { why: isOnce ? 'read' : 'over' };
      at = next;
    }
  }

  get #elapsed(): number {
    return this.#before + this.#options.clock.now() - this.#begun;
  }

  /** Immediate if the time of the first scheduled read has passed. */
  #firstLook(): number {
    const { schedule, isOnce = false } = this.#options;
    const first = schedule.next(0) ?? 0;
    return isOnce || this.#elapsed >= first ? this.#elapsed : first;
  }

  /** The number of accepted records, or records with an unknown outcome, that have no answer. */
  get #missing(): number {
    return this.#run.countUnanswered(isAccepted);
  }

  get #doubtful(): number {
    return this.#run.countUnanswered(isDoubtful);
  }

  #isSettled(): boolean {
    if (this.#missing > 0 || this.#awaitsOwnEntry()) return false;
    return this.#doubtful === 0 || this.#elapsed >= this.#options.schedule.doubtUntil;
  }

  /** Whether some people only have the entry about their manager, and it is too early to treat that as final. */
  #awaitsOwnEntry(): boolean {
    if (this.#run.answeredByReference === 0) {
      this.#referencesSince = undefined;
      return false;
    }
    this.#referencesSince ??= this.#elapsed;
    return this.#elapsed < this.#referencesSince + this.#options.schedule.ownEntryWithin;
  }

  /** The next scheduled read, or an extra one as soon as the time for people's own entries is over. */
  #nextLook(): number | undefined {
    const { schedule } = this.#options;
    const next = schedule.next(this.#elapsed);
    if (next === undefined || this.#missing > 0 || this.#referencesSince === undefined) return next;
    return Math.min(next, Math.max(this.#elapsed + 1, this.#referencesSince + schedule.ownEntryWithin));
  }

  async *#waitUntil(at: number): AsyncGenerator<ReconcileEvent, EndOfReading | undefined> {
    const { clock, deadline = Infinity, signal, wallClock = Date.now } = this.#options;
    const isAborted = (): boolean => signal?.aborted === true;
    const left = Math.max(0, this.#begun + deadline - clock.now());
    const wanted = Math.max(0, at - this.#elapsed);
    const ms = Math.min(wanted, left);
    if (!isAborted() && ms > 0) {
      yield { type: 'waiting', until: wallClock() + ms, missing: this.#missing + this.#run.answeredByReference };
      await clock.delay(ms, signal);
    }
    if (isAborted()) return { why: 'aborted' };
    return left < wanted ? { why: 'deadline' } : undefined;
  }

  /** Reads the whole log once; returns `undefined` on success. */
  async *#look(): AsyncGenerator<ReconcileEvent, EndOfReading | undefined> {
    const { clock, signal, random = Math.random, wallClock = Date.now } = this.#options;
    for (let failures = 0; ;) {
      try {
        yield* this.#readPages(() => (failures = 0));
        return signal?.aborted === true ? { why: 'aborted' } : undefined;
      } catch (error) {
        if (signal?.aborted === true) return { why: 'aborted' };
        if (!(error instanceof TenantError)) throw error;
        if (!mayReadAgain(error) || ++failures >= MAX_FAILURES) {
          yield* this.#reportSilence(`The provisioning log cannot be read. ${error.message}`, error.remedy, false);
          return { why: 'unreadable', error };
        }
        const ms = Math.max(LOG_READ_SPACING, backOff(failures, error.retryAfterMs, random));
        if (ms > MAX_WAIT) {
          const until = wallClock() + ms;
          const { cause, remedy } = describePause(until, 'log');
          yield* this.#reportSilence(cause, remedy, false);
          return { why: 'paused', until };
        }
        yield { type: 'read-failed', error, ms };
        await clock.delay(ms, signal);
      }
    }
  }

  async *#readPages(onPage: () => void): AsyncGenerator<ReconcileEvent> {
    const { signal, schedule, isOnce = false } = this.#options;
    // Entries that an earlier run waits for must be read, so that they are not counted for this run
    const others = (await this.#options.others?.()) ?? {};
    this.#matcher.know(others);
    const { earlier = [] } = others;
    const first = Math.min(...[this.#run, ...earlier].map(({ awaitedSince }) => awaitedSince));
    const since = new Date(first === Infinity ? this.#run.since : first).toISOString();
    for await (const page of spacedPages(this.#tenant, { filter: { since }, signal }, this.#spacing)) {
      onPage();
      yield* this.#reportAnswers(this.#matcher.take(page, this.#elapsed));
    }
    if (signal?.aborted === true) return;
    // A single read decides immediately, although more entries may become readable later
    const ripeUntil = isOnce ? Infinity : this.#elapsed - schedule.ownEntryWithin;
    yield* this.#reportAnswers(this.#matcher.endLook(ripeUntil));
    yield { type: 'log-read', elsewhere: Math.max(this.#elsewhere, this.#matcher.elsewhere) };
  }

  /** Reports new answers. Answers that are known, as after a restart, only get their entry. */
  *#reportAnswers(answers: readonly RecordAnswer[]): Generator<ReconcileEvent> {
    const isKnown = ({ record, answer }: RecordAnswer): boolean =>
      this.#run.answersOf(record - 1).some(({ entry }) => entry === answer.entry);
    const fresh = answers.filter((each) => !isKnown(each));
    this.#run.noteAnswers(answers.filter(isKnown));
    if (fresh.length === 0) return;
    const batches = new Set(fresh.map(({ record }) => this.#run.batchOf(record)));
    for (const batch of batches) if (isDoubtful(this.#run.stateOf(batch))) yield { type: 'found-taken', batch };
    yield { type: 'answers', answers: fresh };
  }

  /** Reports immediately that a job is stuck, or runs again, instead of after 40 minutes. */
  async *#reportStuck(): AsyncGenerator<ReconcileEvent> {
    if (this.#missing === 0) return;
    const job = await this.#readJob();
    if (job === undefined || job instanceof TenantError || this.#options.signal?.aborted === true) return;
    const stuck = explainStuck(job);
    if (stuck !== undefined) {
      this.#wasStuck = true;
      this.#isStuck = true;
      yield* this.#reportSilence(stuck.cause, stuck.remedy, false);
    } else if (this.#isStuck) {
      this.#isStuck = false;
      yield* this.#reportSilence(RUNS_AGAIN.cause, RUNS_AGAIN.remedy, false);
    }
  }

  async *#sayWhySilent(isFinal: boolean): AsyncGenerator<ReconcileEvent> {
    const { schedule, signal } = this.#options;
    const missing = this.#missing;
    if (!isFinal && this.#elapsed < schedule.silentFrom) {
      yield* this.#reportStuck();
      return;
    }
    if (missing === 0) return;
    const job = await this.#readJob();
    if (signal?.aborted === true) return;
    const { cause, remedy } = explainSilence({ job, acceptedAt: this.#run.tenantTime, wasStuck: this.#wasStuck });
    if (job !== undefined && !(job instanceof TenantError)) this.#wasStuck ||= explainStuck(job) !== undefined;
    const records = `${formatCount(missing)} accepted record${missing === 1 ? '' : 's'}`;
    const lead = `The log has no entry for ${records} after ${formatAge(this.#elapsed)}.`;
    yield* this.#reportSilence(cause, remedy, isFinal, lead);
  }

  async #readJob(): Promise<JobState | TenantError | undefined> {
    try {
      return await this.#tenant.readJob?.(this.#options.signal);
    } catch (error) {
      if (error instanceof TenantError) return error;
      throw error;
    }
  }

  /** Reports each reason once, and again at the end. */
  *#reportSilence(cause: string, remedy: string, isFinal: boolean, lead?: string): Generator<ReconcileEvent> {
    if (cause === this.#lastCause && !isFinal) return;
    this.#lastCause = cause;
    yield { type: 'silent', cause: lead === undefined ? cause : `${lead} ${cause}`, remedy, isFinal };
  }
}
