import type { Books } from './books';
import type { Violation } from './oracle';
import { violationsOf } from './oracle';

/** What one run of the campaign came to. */
export interface CampaignOutcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** The faults that were met, by name, and how often. */
  readonly met: ReadonlyMap<string, number>;
  readonly kills: number;
  readonly resumptions: number;
  readonly plans: number;
  /** Plans that are searches of refused requests, and people whom these name. */
  readonly searches: number;
  readonly named: number;
  readonly requests: number;
  /** Records by the state in which they ended. */
  readonly states: ReadonlyMap<string, number>;
}

/** What the books say in the end. */
export function outcomeOf(
  books: Books,
  facts: Pick<CampaignOutcome, 'seed' | 'met' | 'kills' | 'resumptions'>,
): CampaignOutcome {
  const { runs, calls } = books;
  const states = new Map<string, number>();
  for (const { account } of runs)
    for (const [state, count] of Object.entries(account.counts))
      if (count > 0) states.set(state, (states.get(state) ?? 0) + count);
  const searches = runs.filter((run) => run.searches !== undefined);
  return {
    ...facts,
    violations: violationsOf(books),
    plans: runs.length,
    searches: searches.length,
    named: searches.reduce((sum, { account }) => sum + (account.counts.rejected ?? 0), 0),
    requests: calls.length,
    states,
  };
}
