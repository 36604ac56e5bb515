import type { BatchState } from '../../core/run/recordState';
import type { Target } from '../../core/run/target';
import { jobKey } from '../../core/run/target';
import type { KeptRun, RunStore } from '../../runs/runStore';

/** Milliseconds for which runs count in what is summed up over a day, and a day more for clocks that were put back. */
const RECENT = 2 * 86_400_000;
/** So many of the newest runs are read, however old they are. */
const NEWEST = 3;

/**
 * The runs of a job that are kept and that still matter, the newest first: those that have not come to their end, those of the last day,
 * and the newest. Reading all of them would take long after a year of nights.
 * @param except the id of a run that is passed over
 * @param after the id of a run: all newer ones matter, however old
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

/** Whether the service has taken something of a run, or may have. */
export function hasReached({ state }: Pick<KeptRun, 'state'>): boolean {
  return REACHED.some((each) => state.count(each) > 0);
}

/** How many people of a run the service has taken, or may have. */
export function peopleReached({ state, plan }: Pick<KeptRun, 'state' | 'plan'>): number {
  const reached = plan.batches.filter(({ number }) => REACHED.includes(state.batch(number).state));
  return reached.reduce((sum, { operations }) => sum + operations, 0);
}

/** The newest run that the service has taken something of. */
export function newestReached(past: readonly KeptRun[]): KeptRun | undefined {
  return past.find((run) => hasReached(run));
}

/**
 * Whether a run has requests whose outcome is unknown, and that may still be sent again. Those of one that was stopped
 * for good never are.
 */
export function isUnsettled({ state }: Pick<KeptRun, 'state'>): boolean {
  return state.phase !== 'cancelled' && state.count('unknown') + state.count('sending') > 0;
}
