import { summariseAccount } from '../../core/run/account/describeAccount';
import { formatCount } from '../../core/text/formatCount';
import { formatDuration } from '../../core/text/formatDuration';
import type { ActiveRun } from '../../sending/activeRun';

/** Accepted requests between two lines. */
const EVERY = 10;

/** Puts into sentences how a run goes on: each is said once, and not every request has one. */
export class RunProgress {
  readonly #active: Pick<ActiveRun, 'run' | 'status'>;
  readonly #follows: boolean;
  #accepted: number;
  #waiting: string | undefined;
  #account: string;

  /** @param follows whether the log is followed */
  constructor(active: Pick<ActiveRun, 'run' | 'status'>, follows: boolean) {
    this.#active = active;
    this.#follows = follows;
    this.#accepted = active.status.accepted;
    this.#account = summariseAccount(active.run.account);
  }

  /** What has happened since it was asked last. */
  news(): readonly string[] {
    return [...this.#requests(), ...this.#waits(), ...this.#log()];
  }

  #requests(): readonly string[] {
    const { accepted, requests, perMinute, msLeft } = this.#active.status;
    const before = this.#accepted;
    if (accepted === before) return [];
    this.#accepted = accepted;
    const isLast = accepted === requests;
    if (!isLast && Math.floor(accepted / EVERY) === Math.floor(before / EVERY)) return [];
    const rate = perMinute === undefined || isLast ? '' : `, ${formatCount(Math.round(perMinute))} a minute`;
    const left = msLeft === undefined || isLast ? '' : `, ${formatDuration(msLeft)} left`;
    return [`Request ${formatCount(accepted)} of ${formatCount(requests)} accepted${rate}${left}`];
  }

  #waits(): readonly string[] {
    const { waiting } = this.#active.status;
    if (waiting === this.#waiting) return [];
    this.#waiting = waiting;
    return waiting === undefined ? [] : [waiting];
  }

  /** While nothing but the log is waited for; what was sent has its own lines. */
  #log(): readonly string[] {
    const { phase } = this.#active.status;
    const isRead = phase === 'pilot' || (this.#follows && (phase === 'awaiting-log' || phase === 'complete'));
    if (!isRead) return [];
    const account = summariseAccount(this.#active.run.account);
    if (account === this.#account) return [];
    this.#account = account;
    return [`Log: ${account}`];
  }
}
