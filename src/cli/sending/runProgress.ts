import { summariseAccount } from '../../core/run/account/describeAccount';
import { formatCount } from '../../core/text/formatCount';
import { formatDuration } from '../../core/text/time/formatDuration';
import type { ActiveRun } from '../../sending/activeRun';

/** Accepted requests between two lines of progress. */
const EVERY = 10;
/** Maximum number of lines about requests if no person watches. */
const UNWATCHED = 10;

/** Describes the progress of a run in sentences. Each is printed once; not every request has one. */
export class RunProgress {
  readonly #active: Pick<ActiveRun, 'run' | 'status'>;
  readonly #follows: boolean;
  readonly #isWatched: boolean;
  #accepted: number;
  #waiting: string | undefined;
  #account: string;
  #isRead = false;

  /**
   * @param follows whether the log is followed
   *
   * @param isWatched whether a person is at the terminal; otherwise the output goes to a mail or a file and must be
   * short
   */
  constructor(active: Pick<ActiveRun, 'run' | 'status'>, follows: boolean, isWatched: boolean) {
    this.#active = active;
    this.#follows = follows;
    this.#isWatched = isWatched;
    this.#accepted = active.status.accepted;
    this.#account = this.#summary();
  }

  /** What has happened since the last call. */
  news(): readonly string[] {
    return [...this.#requests(), ...this.#waits(), ...this.#log()];
  }

  #requests(): readonly string[] {
    const { accepted, requests, perMinute, msLeft, isSearch } = this.#active.status;
    const before = this.#accepted;
    if (accepted === before) return [];
    this.#accepted = accepted;
    const isLast = accepted === requests;
    const every = this.#isWatched ? EVERY : Math.max(EVERY, Math.ceil(requests / UNWATCHED));
    if (!isLast && Math.floor(accepted / every) === Math.floor(before / every)) return [];
    if (isSearch === true) return [`${formatCount(accepted)} of ${formatCount(requests)} people accepted`];
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

  /** Lines about the log while only the log is awaited; requests have their own lines. */
  #log(): readonly string[] {
    const { phase } = this.#active.status;
    const isRead = phase === 'pilot' || (this.#follows && (phase === 'awaiting-log' || phase === 'complete'));
    if (!isRead || (this.#isRead && !this.#isWatched)) return [];
    const account = this.#summary();
    if (account === this.#account) return [];
    this.#account = account;
    this.#isRead = true;
    return [`Log: ${account}`];
  }

  #summary(): string {
    const { account } = this.#active.run;
    return summariseAccount(account);
  }
}
