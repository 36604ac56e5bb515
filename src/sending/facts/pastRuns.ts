import type { BatchState } from '../../core/run/recordState';
import type { Target } from '../../core/run/target';
import { jobKey } from '../../core/run/target';
import type { KeptRun, RunStore } from '../../runs/runStore';

/**
 * Milliseconds for which a run counts as recent: the day over which guards count, and another day in case the clock was
 * set back.
 */
const RECENT = 2 * 86_400_000;
/** Number of newest runs that are always read. */
const NEWEST = 3;

/**
 * The stored runs of a job that still matter, newest first: those that have not ended, those of the last day, and the
 * newest. Reading every run would take too long after a year of nightly runs.
 *
 * @param except the id of a run to skip
 *
 * @param after the id of a run: all newer ones matter, regardless of their age
 */
export async function pastRuns(
  { store, wallClock }: { readonly store: RunStore; readonly wallClock: () => number },
  target: Target,
  except?: string,
  after?: string,
): Promise<readonly KeptRun[]> {
  const key = jobKey(target);
  const own = (await store.list()).filter(
    ({ id, plan }) => id !== except && plan !== undefined && jobKey(plan.target) === key,
  );
  const since = wallClock() - RECENT;
  const wanted = own.filter(
    ({ id, closed, madeAt }, index) =>
      closed === undefined || index < NEWEST || Date.parse(madeAt) >= since || (after !== undefined && id > after),
  );
  const found: KeptRun[] = [];
  for (const { id } of wanted) {
    const kept = await store.find(id);
    if (kept?.plan !== undefined) found.push(kept);
  }
  return found;
}

const REACHED: readonly BatchState[] = ['accepted', 'unknown', 'given-up', 'sending'];

/** Whether the service has accepted a request of a run, or may have. */
export function hasReached({ state }: Pick<KeptRun, 'state'>): boolean {
  return REACHED.some((each) => state.count(each) > 0);
}

/** Number of people of a run whom the service has accepted, or may have. */
export function peopleReached({ state, plan }: Pick<KeptRun, 'state' | 'plan'>): number {
  const reached = plan.batches.filter(({ number }) => REACHED.includes(state.batch(number).state));
  return reached.reduce((sum, { operations }) => sum + operations, 0);
}

/** The newest run with a request that the service has accepted, or may have. */
export function newestReached(past: readonly KeptRun[]): KeptRun | undefined {
  return past.find((run) => hasReached(run));
}

/**
 * Whether a run has requests with an unknown outcome that may still be sent again. A cancelled run does not send any.
 */
export function isUnsettled({ state }: Pick<KeptRun, 'state'>): boolean {
  return state.phase !== 'cancelled' && state.count('unknown') + state.count('sending') > 0;
}
