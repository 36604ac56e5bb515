import { MAX_IN_FLIGHT } from '../limits';

/** Maximum number of recent round trips that are kept. */
const MAX_KEPT = 9;

/** Measures the duration of requests, and computes how many concurrent requests keep up the pace. */
export class RoundTrip {
  readonly #last: number[] = [];

  note(ms: number): void {
    this.#last.push(ms);
    if (this.#last.length > MAX_KEPT) this.#last.shift();
  }

  /** The number of concurrent requests, from one to eight, that permits one every `spacing` milliseconds. */
  inFlight(spacing: number): number {
    const sorted = [...this.#last].sort((left, right) => left - right);
    const median = sorted[sorted.length >> 1] ?? 0;
    return Math.min(MAX_IN_FLIGHT, Math.max(1, Math.ceil(median / spacing)));
  }
}
