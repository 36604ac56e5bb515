import { summariseAccount } from '../../core/run/describeAccount';
import type { Run } from '../../core/run/run';
import { formatCount } from '../../core/text/formatCount';
import { ChangedSourceError } from '../../tenant/errors';
import type { RunEvent } from '../../tenant/sending/executeRun';
import { ExitCode } from '../terminal/exitCode';
import { printable } from '../../core/text/printable';
import { describeServiceError } from '../terminal/serviceError';
import type { Terminal } from '../terminal/terminal';
import { messageLine } from '../terminal/terminal';

/** Says on standard error how a run goes, and what a stop waits for; knows the exit code that the run comes to. */
export class RunProgress {
  readonly #run: Run;
  readonly #terminal: Terminal;
  readonly #json: boolean;
  #code: ExitCode;
  /** The request whose answer is awaited. */
  #underWay: number | undefined;

  constructor(run: Run, terminal: Terminal, json: boolean) {
    this.#run = run;
    this.#terminal = terminal;
    this.#json = json;
    this.#code = run.plan.counts.refused > 0 ? ExitCode.problems : ExitCode.ok;
  }

  get code(): ExitCode {
    return this.#code;
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
    const line = progress(event, this.#run);
    if (line !== undefined) await this.#say(line);
    this.#code = this.#codeAfter(event);
  }

  /** The run cannot go on; what was sent stays sent. Gives whether it is the service's or the user's doing, and not our own mistake. */
  async fail(error: unknown): Promise<boolean> {
    const words = this.#terminal.signal.aborted ? 'Stopped.' : describeServiceError(error);
    if (words === undefined) return false;
    await this.#say(words);
    this.#code = this.#terminal.signal.aborted ? ExitCode.partial : ExitCode.service;
    return true;
  }

  #codeAfter(event: RunEvent): ExitCode {
    if (event.phase === 'following')
      return event.type === 'ended' && event.why !== 'settled' ? ExitCode.partial : this.#code;
    if (event.type === 'cancelled') return ExitCode.partial;
    if (event.type !== 'failed') return this.#code;
    if (this.#terminal.atOnce.aborted) return ExitCode.partial;
    if (event.error instanceof ChangedSourceError) return this.#run.accepted > 0 ? ExitCode.partial : ExitCode.guard;
    return ExitCode.service;
  }

  async #sayWhatIsAwaited(): Promise<void> {
    if (this.#underWay === undefined) return;
    const request = `request ${formatCount(this.#underWay)} of ${formatCount(this.#run.plan.batches.length)}`;
    await this.#say(
      `Stopping: waiting for the answer to ${request}. Press Ctrl-C again to stop at once; the outcome of that request may then be unknown.`,
    );
  }

  #say(text: string): Promise<void> {
    return this.#terminal.err(messageLine(text, this.#json));
  }
}

function progress(event: RunEvent, run: Run): string | undefined {
  const total = formatCount(run.plan.batches.length);
  if (event.phase === 'following') {
    if (event.type === 'read-failed') return `The log cannot be read just now: ${printable(event.error.message)}`;
    return event.type === 'entries' ? `Log: ${summariseAccount(run.account)}` : undefined;
  }
  switch (event.type) {
    case 'accepted':
      return event.batch % 10 === 0 || event.batch === run.plan.batches.length
        ? `Request ${formatCount(event.batch)} of ${total} accepted`
        : undefined;
    case 'waiting':
      return `The service asks to wait: ${formatCount(Math.ceil(event.ms / 1000))} seconds${event.reason === 'daily-limit-likely' ? '; its daily limit is probably reached' : ''}`;
    case 'failed':
      return `Request ${formatCount(event.batch)} of ${total}: ${describeServiceError(event.error) ?? event.error.message}`;
    case 'cancelled':
      return `Stopped before request ${formatCount(event.batch)} of ${total}. What was accepted cannot be taken back.`;
    case 'batch-start':
      return undefined;
  }
}
