import type { JobWatch, OpenedConnection } from '../../connections/connection';
import type { Explanation } from '../../core/logs/explanations';
import { formatCount } from '../../core/text/formatCount';
import type { PlannedBodies } from '../../core/run/plannedBody';
import type { Run } from '../../core/run/run';
import { TenantError } from '../../tenant/errors';
import { describePause } from '../../tenant/sending/describePause';
import type { RunEvent } from '../../tenant/sending/executeRun';
import { executeRun } from '../../tenant/sending/executeRun';
import type { Tenant } from '../../tenant/tenant';
import type { FollowOptions } from '../../tenant/sending/followLog';
import { followLog } from '../../tenant/sending/followLog';
import type { SendEvent } from '../../tenant/sending/sendEvent';
import type { RunStore, StoredRun } from './runStore';
import type { ReportProgress } from '../messages/notices';
import { relayed } from '../messages/say';
import type { Trouble } from '../tellTrouble';

/** What is followed of a run of this window. */
type FollowedRun = Pick<StoredRun, 'id' | 'run'>;

/**
 * Sends a run and follows the log until every operation is answered, nothing more is to be expected or the signal is
 * aborted. Gives what went wrong on the way; what is our own mistake is thrown.
 */
export async function followRun(
  opened: OpenedConnection,
  stored: FollowedRun,
  bodies: PlannedBodies,
  runs: Pick<RunStore, 'update'>,
  progress: ReportProgress,
  signal: AbortSignal,
): Promise<Trouble | undefined> {
  const { tenant, clock, job } = opened;
  const { run } = stored;
  const teller = new Teller(stored, runs, job, progress);
  const watch = job?.onDidChange(() => {
    teller.tellJob();
  });
  const { interval, deadline, doubtDeadline } = opened.logPace();
  const options = { clock, signal, follow: { interval, deadline } };
  let failure: Trouble | undefined;
  let pauseOfLog: Explanation | undefined;
  try {
    for await (const event of executeRun(tenant, run, bodies, options)) {
      if (event.phase === 'sending') failure = troubleOf(event) ?? failure;
      else if (event.type === 'paused') pauseOfLog = describePause(event.until, 'log');
      teller.tell(event);
    }
    await settleDoubts(tenant, run, {
      clock,
      signal,
      since: new Date(run.since).toISOString(),
      interval,
      deadline: doubtDeadline,
    });
  } catch (error) {
    // What was sent stays sent when the log cannot be read
    if (!(error instanceof TenantError)) throw error;
    if (failure === undefined) return noteSilence(run, unreadable(error));
  } finally {
    watch?.dispose();
  }
  if (failure !== undefined) return failure;
  const words = pauseOfLog ?? job?.whyStuck() ?? (signal.aborted ? undefined : silent(deadline, tenant.name));
  return words === undefined ? undefined : noteSilence(run, words);
}

/** Asks the log about those of whom nobody can say whether the service has taken them. */
async function settleDoubts(tenant: Tenant, run: Run, options: FollowOptions): Promise<void> {
  const doubtful = Array.from(run.account.records.inState('unknown'), ({ externalId }) => externalId ?? '');
  for await (const event of followLog(tenant, doubtful, options))
    if (event.type === 'entries') run.noteEntries(event.entries);
}

/** What has ended the sending, if this event did. */
function troubleOf(event: SendEvent): Trouble | undefined {
  if (event.type === 'paused' && event.until !== undefined)
    return { kind: 'sending', ...describePause(event.until, 'sending'), isPause: true };
  if (event.type !== 'failed') return undefined;
  const { message: cause, remedy, outcome } = event.error;
  return { kind: 'sending', cause, remedy, isUnknown: outcome === 'unknown' };
}

/** Why the log does not answer some of what was accepted, written down for each of them. */
function noteSilence(run: Run, words: Explanation): Trouble {
  run.noteSilence(words.cause, words.remedy);
  return { kind: 'silence', ...words };
}

function unreadable({ message, remedy }: TenantError): Explanation {
  return { cause: `The provisioning log cannot be read. ${message}`, remedy };
}

function silent(deadline: number, name: string): Explanation {
  return {
    cause: `The log has not answered for ${formatCount(Math.round(deadline / 60_000))} minutes.`,
    remedy: `Check the job of ${name}, and the clock of this machine: only log entries created after sending started are read.`,
  };
}

/** Says how far a run is. */
class Teller {
  readonly #stored: FollowedRun;
  readonly #runs: Pick<RunStore, 'update'>;
  readonly #job: JobWatch | undefined;
  readonly #progress: ReportProgress;
  /** Nothing is left but to wait for the log. */
  #isFollowing = false;
  /** What was said last is why nothing happens. */
  #isStuck = false;
  #said = '';

  constructor(
    stored: FollowedRun,
    runs: Pick<RunStore, 'update'>,
    job: JobWatch | undefined,
    progress: ReportProgress,
  ) {
    this.#stored = stored;
    this.#runs = runs;
    this.#job = job;
    this.#progress = progress;
  }

  tell(event: RunEvent): void {
    const total = this.#stored.run.plan.batches.length;
    if (event.phase === 'following') this.#tellAnswers();
    else if (event.type === 'paused') {
      this.#isFollowing = true;
      if (event.until !== undefined) this.#say(describePause(event.until, 'sending').cause);
    } else if (event.type === 'accepted') {
      const { batch } = event;
      this.#isFollowing = batch === total;
      this.#say(`request ${formatCount(batch)} of ${formatCount(total)} accepted`, 100 / total);
      this.tellJob();
    } else if (event.type === 'waiting') {
      const seconds = formatCount(Math.ceil(event.ms / 1000));
      const why =
        event.reason === 'throttled' ? 'the service accepts no more for now' : 'the daily limit is probably reached';
      this.#say(`${why}; trying again in ${seconds} seconds`);
    } else if (event.type === 'failed') {
      this.#isFollowing = true;
      this.#say(event.error.message);
    }
  }

  /** Says why nothing happens, once there is nothing left but to wait. */
  tellJob(): void {
    if (!this.#isFollowing) return;
    const words = this.#job?.whyStuck();
    if (words !== undefined) this.#say(words.cause);
    else if (this.#isStuck) this.#tellAnswers();
    this.#isStuck = words !== undefined;
  }

  #tellAnswers(): void {
    this.#isFollowing = true;
    const { run } = this.#stored;
    const { accepted } = run;
    const { waiting } = run.account.counts;
    this.#say(`log: ${formatCount(accepted - waiting)} of ${formatCount(accepted)} answered`);
  }

  #say(message: string, increment?: number): void {
    if (message === this.#said) return;
    this.#said = message;
    this.#runs.update(this.#stored.id, {
      phase: this.#isFollowing ? 'following' : 'sending',
      status: message,
    });
    this.#progress(relayed(message), increment);
  }
}
