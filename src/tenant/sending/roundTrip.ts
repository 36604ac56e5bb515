import { MAX_IN_FLIGHT } from '../limits';

/** Number of recent round trips that count. */
const MAX_KEPT = 9;

/** Measures the duration of requests, and computes how many must be under way to keep a pace. */
export class RoundTrip {
  readonly #last: number[] = [];

  note(ms: number): void {
    this.#last.push(ms);
    if (this.#last.length > MAX_KEPT) this.#last.shift();
  }

  /** One, unless one after the other would be slower than a request every so many milliseconds; eight at most. */
  inFlight(spacing: number): number {
    const sorted = [...this.#last].sort((left, right) => left - right);
    const median = sorted[sorted.length >> 1] ?? 0;
    return Math.min(MAX_IN_FLIGHT, Math.max(1, Math.ceil(median / spacing)));
  }
}
