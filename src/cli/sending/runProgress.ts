import type { PauseReason } from '../../core/journal/journalEvent';
import { summariseAccount } from '../../core/run/describeAccount';
import type { Run } from '../../core/run/run';
import { formatCount } from '../../core/text/formatCount';
import { ChangedSourceError } from '../../tenant/errors';
import { describePause } from '../../tenant/sending/describePause';
import type { RunEvent } from '../../tenant/sending/executeRun';
import type { FollowEvent } from '../../tenant/sending/followLog';
import { ExitCode } from '../terminal/exitCode';
import { printable } from '../../core/text/printable';
import { describeServiceError } from '../terminal/serviceError';
import type { Terminal } from '../terminal/terminal';
import { messageLine } from '../terminal/terminal';
import type { NextCommands } from './nextCommands';

/** Pauses that a later sending may end without anything done about them. */
const HALTS: ReadonlySet<PauseReason> = new Set<PauseReason>(['throttled', 'breaker', 'journal']);

/** Says on standard error how a run goes, and what a stop waits for; knows the exit code that the run comes to. */
export class RunProgress {
  readonly #run: Run;
  readonly #terminal: Terminal;
  readonly #json: boolean;
  readonly #next: NextCommands;
  /** Of what has ended the run before everybody was sent and answered. */
  #stopped: ExitCode | undefined;
  #isFollowing = false;
  /** The request whose answer is awaited. */
  #underWay: number | undefined;

  constructor(run: Run, terminal: Terminal, json: boolean, next: NextCommands) {
    this.#run = run;
    this.#terminal = terminal;
    this.#json = json;
    this.#next = next;
  }

  /** Of the account as it is: what is not known is not a success. */
  get code(): ExitCode {
    if (this.#stopped !== undefined) return this.#stopped;
    const { counts } = this.#run.account;
    if (this.#isFollowing && counts.waiting > 0) return ExitCode.partial;
    return counts.refused + counts.failed > 0 ? ExitCode.problems : ExitCode.ok;
  }

  /** Answers the first signal, if it comes before `work` has ended. */
  async whileStoppable(work: () => Promise<void>): Promise<void> {
    const { signal } = this.#terminal;
    const answer = (): void => void this.#sayWhatIsAwaited();
    signal.addEventListener('abort', answer);
    try {
      await work();
    } finally {
      signal.removeEventListener('abort', answer);
    }
  }

  async take(event: RunEvent): Promise<void> {
    this.#underWay = event.phase === 'sending' && event.type === 'batch-start' ? event.batch : undefined;
    if (event.phase === 'following') this.#isFollowing = true;
    const line = progress(event, this.#run, this.#next);
    if (line !== undefined) await this.#say(line);
    // What is to be resumed is no refusal
    const isHalt = event.phase === 'sending' && event.type === 'paused' && HALTS.has(event.why);
    if (isHalt) this.#stopped = ExitCode.partial;
    else this.#stopped ??= this.#stoppedBy(event);
  }

  /** The run cannot go on; what was sent stays sent. Gives whether it is the service's or the user's doing, and not our own mistake. */
  async fail(error: unknown): Promise<boolean> {
    const words = this.#terminal.signal.aborted ? 'Stopped.' : describeServiceError(error);
    if (words === undefined) return false;
    await this.#say(words);
    this.#stopped = this.#terminal.signal.aborted ? ExitCode.partial : ExitCode.service;
    return true;
  }

  #stoppedBy(event: RunEvent): ExitCode | undefined {
    if (event.phase === 'following')
      return event.type === 'ended' && event.why !== 'settled' ? ExitCode.partial : undefined;
    if (event.type === 'cancelled' || event.type === 'paused') return ExitCode.partial;
    if (event.type !== 'failed') return undefined;
    if (this.#terminal.atOnce.aborted) return ExitCode.partial;
    if (event.error instanceof ChangedSourceError) return this.#run.accepted > 0 ? ExitCode.partial : ExitCode.guard;
    return ExitCode.service;
  }

  async #sayWhatIsAwaited(): Promise<void> {
    if (this.#underWay === undefined) return;
    const request = `request ${formatCount(this.#underWay)} of ${formatCount(this.#run.plan.batches.length)}`;
    await this.#say(
      `Stopping: waiting for the answer to ${request}. Press Ctrl-C again to stop at once; if the request was sent before that, its outcome may be unknown.`,
    );
  }

  #say(text: string): Promise<void> {
    return this.#terminal.err(messageLine(text, this.#json));
  }
}

function progress(event: RunEvent, run: Run, next: NextCommands): string | undefined {
  if (event.phase === 'following') return progressOfLog(event, run, next);
  const total = formatCount(run.plan.batches.length);
  switch (event.type) {
    case 'accepted':
      return event.batch % 10 === 0 || event.batch === run.plan.batches.length
        ? `Request ${formatCount(event.batch)} of ${total} accepted`
        : undefined;
    case 'waiting':
      return `The service asks to wait: ${formatCount(Math.ceil(event.ms / 1000))} seconds${event.reason === 'daily-limit-likely' ? '; its daily limit is probably reached' : ''}`;
    case 'paused':
      return event.until === undefined
        ? undefined
        : `Paused before request ${formatCount(event.batch)} of ${total}. ${goOn(event.until, run, next)}`;
    case 'failed':
      return `Request ${formatCount(event.batch)} of ${total}: ${describeServiceError(event.error) ?? event.error.message}`;
    case 'cancelled':
      return `Stopped before request ${formatCount(event.batch)} of ${total}. What was accepted cannot be taken back.`;
    default:
      return undefined;
  }
}

function goOn(until: number, run: Run, { send }: NextCommands): string {
  const again = run.accepted > 0 ? ' That sends all records again, those that were accepted too.' : '';
  return `${describePause(until, 'sending').cause} Then run: ${printable(send)}${again}`;
}

function progressOfLog(event: FollowEvent, run: Run, { logs }: NextCommands): string | undefined {
  switch (event.type) {
    case 'read-failed':
      return `The log cannot be read just now: ${printable(event.error.message)}`;
    case 'entries':
      return `Log: ${summariseAccount(run.account)}`;
    case 'paused':
      return describePause(event.until, 'log').cause;
    case 'ended':
      return event.why === 'settled'
        ? undefined
        : `The log has no entry yet for ${formatCount(run.account.counts.waiting)} of ${formatCount(run.accepted)} accepted records. ${readLater(logs)}`;
  }
}

function readLater(logs: string | undefined): string {
  return logs === undefined
    ? 'Their results are gone with the sandbox that was started for this call. To read entries later, start a sandbox before you send: entra-inbound sandbox'
    : `To read it later, run: ${printable(logs)}`;
}
