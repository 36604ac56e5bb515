import { summariseAccount } from '../../core/run/account/describeAccount';
import { silenceOf } from '../../core/run/account/silenceOf';
import { formatCount } from '../../core/text/formatCount';
import type { ActiveRun } from '../../sending/activeRun';
import type { Clock } from '../../tenant/clock';
import type { ExitCode } from '../terminal/exitCode';
import type { Terminal } from '../terminal/terminal';
import { messageLine } from '../terminal/terminal';
import { describeEnd, exitCodeOf } from './endOfRun';
import { isYes } from './isYes';
import type { NextCommands } from './nextCommands';
import { printAccount } from './printAccount';
import { RunProgress } from './runProgress';

/** Minutes after which a waiting command gives up on operations without a log entry. */
export const PATIENCE = 45;

/** A run of this command, and how to report it. */
export interface Conducted {
  readonly active: ActiveRun;
  /** The hash of its plan. */
  readonly plan: string;
  /** What is sent, and its destination: the first line of the results. */
  readonly title: string;
  readonly clock: Clock;
  /** Whether the command waits for the log. */
  readonly waits: boolean;
  /** How to continue; absent if the sandbox ends with the command. */
  readonly next?: NextCommands;
}

/**
 * Follows a run until the command ends: reports progress, handles signals, asks after a pilot, and always prints the
 * results.
 */
export async function conductRun(conducted: Conducted, terminal: Terminal, json: boolean): Promise<ExitCode> {
  const conductor = new Conductor(conducted, terminal, json);
  return conductor.conduct();
}

class Conductor {
  readonly #conducted: Conducted;
  readonly #terminal: Terminal;
  readonly #json: boolean;
  readonly #progress: RunProgress;
  /** Output in progress, which must finish before the command ends. */
  #output: Promise<unknown> = Promise.resolve();
  #hasAsked = false;
  readonly #ended = new AbortController();

  constructor(conducted: Conducted, terminal: Terminal, json: boolean) {
    this.#conducted = conducted;
    this.#terminal = terminal;
    this.#json = json;
    this.#progress = new RunProgress(conducted.active, conducted.waits, terminal.ask !== undefined);
  }

  async conduct(): Promise<ExitCode> {
    const { active } = this.#conducted;
    const { signal, atOnce } = this.#terminal;
    const stop = (): void => this.#stop();
    const stopAtOnce = (): void => active.stopAtOnce();
    const changes = active.onDidChange(() => this.#take());
    signal.addEventListener('abort', stop);
    atOnce.addEventListener('abort', stopAtOnce);
    try {
      if (signal.aborted) stop();
      if (atOnce.aborted) stopAtOnce();
      this.#take();
      await active.ended;
    } finally {
      this.#ended.abort();
      changes.dispose();
      signal.removeEventListener('abort', stop);
      atOnce.removeEventListener('abort', stopAtOnce);
      this.#sayNews();
      await this.#output;
    }
    return this.#conclude();
  }

  async #conclude(): Promise<ExitCode> {
    const { active, plan, title, waits, next } = this.#conducted;
    const { status } = active;
    const { account } = active.run;
    const isStopped = this.#terminal.signal.aborted;
    const silence = silenceOf(account);
    const end = describeEnd({ status, counts: account.counts, waits, isStopped, silence, ...(next && { next }) });
    for (const line of end.said) await this.#say(line);
    const below = [`Run ${active.id}`, ...end.next];
    await printAccount({ id: active.id, plan, account, title, below }, this.#terminal, this.#json);
    return exitCodeOf(status, account.counts, waits);
  }

  #take(): void {
    this.#sayNews();
    const { phase, pause } = this.#conducted.active.status;
    if (this.#ended.signal.aborted) return;
    if (phase === 'paused') this.#conducted.active.stop();
    if (phase === 'pilot' && pause !== undefined && !this.#hasAsked) this.#askToContinue();
    if (phase === 'awaiting-log' && this.#conducted.waits) this.#limitPatience();
  }

  #sayNews(): void {
    for (const line of this.#progress.news()) void this.#say(line);
  }

  /** Handles the first signal: waits for requests in flight. */
  #stop(): void {
    const { active } = this.#conducted;
    const inFlight = active.run.account.batches.find(({ state }) => state === 'sending');
    active.stop();
    if (inFlight === undefined) return;
    const { requests, isSearch } = active.status;
    const request =
      isSearch === true ? 'the request' : `request ${formatCount(inFlight.number)} of ${formatCount(requests)}`;
    void this.#say(
      `Stopping: waiting for the answer to ${request}. Press Ctrl-C again to stop at once; a request that is under way then may have an unknown outcome.`,
    );
  }

  /** Asks whether to send the others, once the log has answered the pilot. */
  #askToContinue(): void {
    this.#hasAsked = true;
    const { active } = this.#conducted;
    const { ask } = this.#terminal;
    const { cause, remedy } = active.status.pause ?? {};
    const { account } = active.run;
    const words = [cause, remedy, `${summariseAccount(account)}.`];
    const answered = words.filter((text) => text !== undefined).join(' ');
    if (ask === undefined || this.#json) {
      void this.#say(answered);
      active.stop();
      return;
    }
    this.#output = this.#output
      .then(() => ask(`${answered}\nSend the others? [y/N] `))
      .then((answer) => (isYes(answer) ? active.resume() : active.stop()));
  }

  #isPatient = false;

  #limitPatience(): void {
    if (this.#isPatient) return;
    this.#isPatient = true;
    const { active, clock } = this.#conducted;
    void clock.delay(PATIENCE * 60_000, this.#ended.signal).then(() => {
      if (!this.#ended.signal.aborted) active.stop();
    });
  }

  #say(text: string): Promise<unknown> {
    this.#output = this.#output.then(() => this.#terminal.err(messageLine(text, this.#json)));
    return this.#output;
  }
}
