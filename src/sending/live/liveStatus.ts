import { formatCount } from '../../core/text/formatCount';
import type { JournalEvent } from '../../core/journal/journalEvent';
import type { RunState } from '../../core/journal/runState';
import { Listeners } from '../../connections/listeners';
import type { Subscription } from '../../connections/listeners';
import type { JournalError } from '../../runs/journalError';
import type { EndOfReading } from '../../tenant/reconciling/reconcile';
import type { SendEvent } from '../../tenant/sending/sendEvent';
import type { RunPhase } from '../../core/journal/runPhase';
import type { RunStatus } from '../../core/journal/runStatus';
import { describeWaiting } from './describeWaiting';
import { RollingRate } from './rollingRate';

/** The activity of this process; without one, the status follows from the journal. */
export type Doing = Exclude<RunPhase, 'complete' | 'cancelled'>;

/** The status of a run of this process, which includes what is not in its journal. */
export class LiveStatus {
  readonly #state: RunState;
  readonly #now: () => number;
  readonly #rate = new RollingRate();
  readonly #changed = new Listeners<void>();
  #doing: Doing | undefined;
  #waiting: string | undefined;
  #paused: RunStatus['pause'];
  #unwritten: RunStatus['unwritten'];
  #isLogUnread = false;
  /** Number of accepted requests that are not in the journal yet. */
  #unrecorded = 0;

  /** @param now a monotonic clock */
  constructor(state: RunState, now: () => number) {
    this.#state = state;
    this.#now = now;
  }

  get current(): RunStatus {
    const phase = this.#doing ?? this.#state.phase;
    const requests = this.#state.size;
    const accepted = this.#state.count('accepted') + this.#unrecorded;
    const perMinute = phase === 'sending' ? this.#rate.perMinute(this.#now()) : undefined;
    const { isSearch, searchable } = this.#state;
    const pause = this.#journalPause ?? (phase === 'paused' || phase === 'pilot' ? this.#state.pause : undefined);
    return {
      phase,
      requests,
      accepted,
      ...(isSearch && { isSearch }),
      ...(searchable !== undefined && { searchable }),
      ...(perMinute !== undefined && { perMinute, msLeft: ((requests - accepted) / perMinute) * 60_000 }),
      ...(pause !== undefined && { pause }),
      ...(this.#isLogUnread && { isLogUnread: true }),
      ...(this.#unwritten !== undefined && { unwritten: this.#unwritten }),
      ...(this.#waiting !== undefined && { waiting: this.#waiting }),
    };
  }

  /** Why sending stopped if that cannot be recorded, with the number of other unrecorded events. */
  get #journalPause(): RunStatus['pause'] {
    if (this.#paused === undefined || this.#unrecorded === 0) return this.#paused;
    const { cause = '', remedy = '' } = this.#paused;
    return { ...this.#paused, cause, remedy: `${remedy} ${sayUnrecorded(this.#unrecorded)}`.trim() };
  }

  onDidChange(listener: () => void): Subscription {
    return this.#changed.add(listener);
  }

  /** @param waiting a sentence on what the run waits for */
  now(doing: Doing | undefined, waiting?: string): void {
    if (doing !== this.#doing) this.#rate.reset();
    this.#doing = doing;
    this.#waiting = waiting;
    this.tell();
  }

  /** @param waiting a sentence; `undefined` if the run does not wait */
  wait(waiting: string | undefined): void {
    this.#waiting = waiting;
    this.tell();
  }

  /** The read of the log has ended, possibly without success. */
  takeLog(end: Pick<EndOfReading, 'why'>): void {
    this.#isLogUnread = end.why === 'unreadable';
  }

  /** Applies an event of the engine. */
  take(event: SendEvent): void {
    if (event.type === 'accepted') this.#rate.note(this.#now());
    this.#paused = event.type === 'paused' && event.why === 'journal' ? shownPause(event) : this.#paused;
    if (event.type === 'paused') this.now('paused');
    else if (event.type === 'resumed') this.now('sending');
    else this.wait(describeWaiting(event, this.#state.isSearch));
  }

  /** Results or the baseline cannot be written; `undefined` when they can be written again. */
  fail(error: Pick<JournalError, 'message' | 'remedy'> | undefined): void {
    this.#unwritten = error && { cause: error.message, remedy: error.remedy };
  }

  /** The journal can be written again. */
  recorded(): void {
    this.#paused = undefined;
  }

  /** Sets the events that are not in the journal. */
  owe(events: readonly JournalEvent[]): void {
    this.#unrecorded = events.filter((event) => event.type === 'attempt-end' && event.outcome === 'accepted').length;
  }

  tell(): void {
    this.#changed.fire();
  }
}

function sayUnrecorded(requests: number): string {
  return requests === 1
    ? 'The answer to 1 accepted request is not written down yet: if this program ends before it is, the request counts as unknown and may be sent again.'
    : `The answers to ${formatCount(requests)} accepted requests are not written down yet: if this program ends before they are, the requests count as unknown and may be sent again.`;
}

function shownPause({ why, until, cause, remedy }: Extract<SendEvent, { type: 'paused' }>): RunStatus['pause'] {
  return {
    why,
    ...(until !== undefined && { until: new Date(until).toISOString() }),
    ...(cause !== undefined && { cause }),
    ...(remedy !== undefined && { remedy }),
  };
}
