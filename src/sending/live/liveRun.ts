import type { JournalEvent } from '../../core/journal/journalEvent';
import type { RunState } from '../../core/journal/runState';
import type { PlannedBodies } from '../../core/run/plannedBody';
import type { Run } from '../../core/run/run';
import type { OpenedConnection } from '../../connections/connection';
import { FileError } from '../../files/fileError';
import { JournalError } from '../../runs/journalError';
import type { JobLock, OpenRun } from '../../runs/runStore';
import { UPLOAD_WINDOW } from '../../tenant/limits';
import { ALONE } from '../../tenant/sending/attempt';
import { sendBatches } from '../../tenant/sending/sendBatches';
import { SendControl } from '../../tenant/sending/sendControl';
import { createPace } from '../../tenant/sending/throttle';
import type { SendEvent } from '../../tenant/sending/sendEvent';
import type { RunStatus } from '../../core/journal/runStatus';
import type { ActiveRun } from '../activeRun';
import type { FollowOptions } from '../confirmation';
import { searchBodies } from '../search/searchBodies';
import type { SendingContext } from '../sendingContext';
import { keepBaseline } from './keepBaseline';
import { progressOf } from './knownOfRun';
import { pastRuns } from '../facts/pastRuns';
import { demandedWait } from './demandedWait';
import { LiveJournal } from './liveJournal';
import { LiveStatus } from './liveStatus';
import { describePilot, isPilotDue } from './pilot';
import { RunLog } from './runLog';
import { SplitBodies } from './splitBodies';
import { hasMore, isOver, batchStatusOf } from './batchStatus';
import { TenantTime } from './tenantTime';

/** The parts that sending the rest of a run needs. */
export interface SendingParts {
  /** Rebuilds all bodies of the plan, starting with the first. */
  readonly bodies: () => PlannedBodies;
  /** The lock of its job, held until sending ends. */
  readonly lock: JobLock;
}

/** The parts that sending and following a run needs. */
export interface LiveParts {
  readonly context: SendingContext;
  readonly kept: OpenRun;
  readonly run: Run;
  readonly opened: OpenedConnection;
  /** Absent if nothing is sent and only the log is read. */
  readonly sending?: SendingParts;
  readonly follow: FollowOptions;
  /** Reads the log once, immediately. */
  readonly isOnce?: boolean;
}

/** The remedy if everything was sent but log entries cannot be recorded. */
const UNREAD = 'Everything was sent. The provisioning log keeps its entries: read it again later.';

/** Milliseconds after which a request with an unknown outcome may only be sent again after the log was read. */
const HOUR = 3_600_000;

/** A run that this process sends and follows. Every event is in the journal before it is shown. */
export class LiveRun implements ActiveRun {
  readonly id: string;
  readonly run: Run;
  readonly ended: Promise<RunStatus>;
  readonly #parts: LiveParts;
  readonly #state: RunState;
  readonly #journal: LiveJournal;
  readonly #status: LiveStatus;
  readonly #log: RunLog;
  readonly #tenantTime: TenantTime;
  readonly #control = new SendControl();
  /** Aborted when the log is no longer read. */
  readonly #stopReading = new AbortController();
  /** Events that are not in the journal yet. */
  #unrecorded: JournalEvent[] = [];
  #resume: (() => void) | undefined;
  /** Progress of the run when its baseline was last written. */
  #keptAt: string | undefined;
  /** A resume was requested during the current pause. */
  #isResumeRequested = false;

  constructor(parts: LiveParts) {
    this.#parts = parts;
    this.id = parts.kept.id;
    this.run = parts.run;
    this.#state = parts.kept.state;
    this.#status = new LiveStatus(this.#state, () => parts.opened.clock.now());
    this.#journal = new LiveJournal(parts.kept.journal, parts.run, () => this.#status.tell());
    this.#tenantTime = new TenantTime(parts.run, this.#journal, parts.opened.clock);
    const onWait = (waiting: string | undefined): void => this.#status.wait(waiting);
    this.#log = new RunLog({ ...parts, journal: this.#journal, onWait });
    this.ended = this.#live();
  }

  get status(): RunStatus {
    return this.#status.current;
  }

  get lastAt(): string | undefined {
    return this.#state.lastAt;
  }

  onDidChange(listener: () => void): { dispose(): void } {
    return this.#status.onDidChange(listener);
  }

  pause(): void {
    this.#control.pause();
  }

  resume(): void {
    const { phase, pause: { until } = {} } = this.status;
    if (until !== undefined && Date.parse(until) > this.#parts.context.wallClock()) return;
    this.#control.resume();
    // Events from before the pause may still be pending
    this.#isResumeRequested = phase === 'paused' || phase === 'pilot';
    this.#resume?.();
  }

  cancel(): void {
    this.#control.cancel();
    this.#resume?.();
  }

  stop(): void {
    this.#control.stop();
    this.#stopReading.abort();
    this.#resume?.();
  }

  stopAtOnce(): void {
    this.#control.giveUp();
    this.stop();
  }

  async #live(): Promise<RunStatus> {
    const { sending, kept, follow } = this.#parts;
    // The caller must be able to attach its listeners first
    await Promise.resolve();
    try {
      if (sending !== undefined) await this.#send(sending);
      this.run.noteStopped();
      await sending?.lock.release();
      if (follow.follows && !this.#stopReading.signal.aborted) await this.#follow();
      // The last line, so that a list need not read the rest of the journal
      if (this.#state.phase === 'complete' && this.#state.closed?.at !== this.#state.lastAt)
        await this.#journal.append({ type: 'closed', counts: this.run.account.counts });
    } catch (error) {
      // Events that are missing in the journal can be found in the log again
      if (!(error instanceof JournalError)) throw error;
      this.#status.fail(hasMore(this.#state) ? error : { message: error.message, remedy: UNREAD });
    } finally {
      await sending?.lock.release();
      await kept.close();
      this.#status.now(undefined);
    }
    return this.status;
  }

  /** Runs sessions until nothing is left to send or a user stops it. */
  async #send(sending: SendingParts): Promise<void> {
    while (hasMore(this.#state)) {
      this.#status.now('sending');
      try {
        if (await this.#lookFirst()) await this.#session(sending);
      } finally {
        await this.#keep();
      }
      if (!hasMore(this.#state) || this.#isStopped) return;
      if (!(await this.#resumed())) return;
    }
  }

  async #keep(): Promise<void> {
    const { context, kept } = this.#parts;
    try {
      await keepBaseline(context.store, kept, this.run.plan);
      this.#keptAt = progressOf(this.#state);
      this.#status.fail(undefined);
    } catch (error) {
      // What was sent stays sent; the next plan merges it into the baseline first, or reports that it cannot
      if (!(error instanceof FileError)) throw error;
      this.#status.fail({
        message: error.message,
        remedy: 'Nothing that was sent is lost: the next plan for this job takes it over, or says why it cannot.',
      });
    }
  }

  /** Whether to start a session. Reads the log first if there are old requests with an unknown outcome. */
  async #lookFirst(): Promise<boolean> {
    const now = this.#parts.context.wallClock();
    const isOld = this.#state.batches.some(
      ({ state, at = '' }) => state === 'unknown' && Math.abs(now - Date.parse(at)) > HOUR,
    );
    if (!isOld) return true;
    const end = await this.#log.read({ signal: this.#stopReading.signal, isOnce: true });
    if (end.why !== 'unreadable' && end.why !== 'paused') return !this.#isStopped;
    await this.#journal.append({
      type: 'paused',
      why: 'refused',
      cause: 'Some requests may have been accepted long ago, and the log cannot be read to find out.',
      remedy: end.why === 'unreadable' ? end.error.remedy : 'Resume the run later.',
    });
    this.#status.now('paused');
    return false;
  }

  /** Whether a user has stopped or cancelled sending. */
  get #isStopped(): boolean {
    return this.#control.wish === 'stop' || this.#control.wish === 'cancel';
  }

  /** Sends until everything is sent or sending stops. */
  async #session(sending: SendingParts): Promise<void> {
    await this.#tenantTime.learn(this.#parts.opened.tenant, this.#stopReading.signal);
    if (this.#state.isSearch) return this.#search(sending);
    const bodies = new SplitBodies(sending.bodies());
    try {
      if (isPilotDue(this.#parts.kept.plan, this.#state)) {
        if (!isOver(this.#state.batch(1))) await this.#engine(bodies.first());
        if (!isOver(this.#state.batch(1)) || this.#isStopped) return;
        if (!(await this.#passPilot())) return;
      }
      await this.#engine(bodies.rest());
    } finally {
      await bodies.close();
    }
  }

  async #search(sending: SendingParts): Promise<void> {
    const bodies = searchBodies(sending.bodies(), this.#state);
    try {
      await this.#engine(bodies);
    } finally {
      await bodies.return();
    }
  }

  async #engine(bodies: PlannedBodies): Promise<void> {
    const { context, kept, opened } = this.#parts;
    const { target, batches } = kept.plan;
    const ledger = context.store.ledger(target);
    const now = context.wallClock();
    const earlier = (await ledger.recent(UPLOAD_WINDOW.ms)).map((at) => now - at);
    const past = await pastRuns(context, target, kept.id);
    const { clock } = opened;
    const events = sendBatches(opened.tenant, bodies, {
      clock,
      pace: createPace({ clock, earlier }),
      holdFor: demandedWait([this.#state, ...past.map(({ state }) => state)], now),
      journal: this.#journal,
      beforeCall: () => ledger.note(),
      batches,
      batchStatus: (batch) => batchStatusOf(this.#state, batch),
      settlesUnknownFirst: true,
      isSearch: this.#state.isSearch,
      control: this.#control,
      random: context.random,
      wallClock: context.wallClock,
    });
    for await (const event of events) {
      this.#take(event);
      await this.#tenantTime.take(event);
    }
  }

  #take(event: SendEvent): void {
    if (event.type === 'unrecorded') {
      this.#unrecorded.push(event.entry);
      this.#status.owe(this.#unrecorded);
      this.#journal.note(event.entry);
    }
    // The texts of these refusals are the result of a search; they are shown but not recorded
    if (event.type === 'refused' && event.operations === 1 && !event.maybeTaken)
      this.run.noteBatch(event.batch, 'rejected', `${event.error.message} ${ALONE.cause}`, ALONE.remedy);
    this.#status.take(event);
  }

  /** Checks the results of the pilot; returns whether the others may follow. */
  async #passPilot(): Promise<boolean> {
    const { follow, kept } = this.#parts;
    this.#status.now('pilot', 'Waiting for the log entries of the first people.');
    await this.#log.read({ signal: this.#stopReading.signal });
    if (this.#isStopped) return false;
    const { isWell, cause, remedy } = describePilot(this.run, kept.plan);
    if (isWell && follow.passesPilot === true) {
      this.#status.now('sending');
      return true;
    }
    await this.#journal.append({ type: 'paused', why: 'pilot', cause, remedy });
    this.#status.now('pilot');
    return false;
  }

  /** Waits until a user resumes or stops the run; returns whether to continue. */
  async #resumed(): Promise<boolean> {
    for (;;) {
      if (!this.#isStopped && !this.#isResumeRequested) await new Promise<void>((resolve) => (this.#resume = resolve));
      this.#resume = undefined;
      this.#isResumeRequested = false;
      if (this.#control.wish === 'stop') return false;
      try {
        await this.#recordRest();
        await this.#journal.append({ type: this.#control.wish === 'cancel' ? 'cancelled' : 'resumed' });
      } catch {
        // Events still cannot be recorded, which the pause reports
        if (this.#isStopped) return false;
        continue;
      }
      return !this.#isStopped;
    }
  }

  async #recordRest(): Promise<void> {
    for (let [event] = this.#unrecorded; event !== undefined; [event] = this.#unrecorded) {
      await this.#parts.kept.journal.append(event);
      this.#unrecorded.shift();
      this.#status.owe(this.#unrecorded);
    }
    this.#status.recorded();
  }

  /** Reads the log until everybody is answered or no more entries are expected. */
  async #follow(): Promise<void> {
    this.#status.now('awaiting-log');
    const { follow, isOnce } = this.#parts;
    const { deadline } = follow;
    const end = await this.#log.read({
      signal: this.#stopReading.signal,
      ...(deadline !== undefined && { deadline }),
      ...(isOnce !== undefined && { isOnce }),
    });
    this.#status.takeLog(end);
    // The log may have shown that more was accepted than was known, or that something failed
    if (progressOf(this.#state) !== this.#keptAt) await this.#keep();
  }
}
