import type { RunState } from '../../core/journal/runState';

/**
 * Milliseconds that the service still wants to be left alone, by what it answered these runs: a wait that it demanded goes on when a
 * run is stopped and resumed, and another one of the same job begins.
 * @param now milliseconds since 1970
 */
export function demandedWait(states: Iterable<Pick<RunState, 'batches'>>, now: number): number {
  let longest = 0;
  for (const { batches } of states)
    for (const { last, at } of batches) {
      if (last?.outcome !== 'throttled' || at === undefined) continue;
      // However far the clock was set back, the wait is never longer than demanded
      const since = Math.max(0, now - Date.parse(at));
      longest = Math.max(longest, (last.retryAfterMs ?? 0) - since);
    }
  return longest;
}
