import type { RunState } from '../../core/journal/runState';

/**
 * Milliseconds for which the service still demands a wait, according to its answers to these runs. A demanded wait also
 * applies after a run is stopped and resumed, and to other runs of the same job.
 *
 * @param now milliseconds since 1970
 */
export function demandedWait(states: Iterable<Pick<RunState, 'batches'>>, now: number): number {
  let longest = 0;
  for (const { batches } of states)
    for (const { last, at } of batches) {
      if (last?.outcome !== 'throttled' || at === undefined) continue;
      // If the clock was set back, the wait is still not longer than demanded
      const since = Math.max(0, now - Date.parse(at));
      longest = Math.max(longest, (last.retryAfterMs ?? 0) - since);
    }
  return longest;
}
