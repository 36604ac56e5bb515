import type { PlanFile } from '../../../src/core/journal/planFile';
import type { ActiveRun } from '../../../src/sending/activeRun';
import type { Confirmation } from '../../../src/sending/confirmation';
import type { ShownRun } from '../../../src/sending/keptRuns';
import { openRun } from '../../../src/sending/openRun';
import type { Planner } from '../../../src/sending/planner';
import type { RunStore } from '../../../src/runs/runStore';

/** The confirmation of a plan, which passes every guard that does not stop it. */
export function yes({ plan }: Pick<PlanFile, 'plan'>): Confirmation {
  return { plan, by: '--confirm' };
}

/** A run as it is on the disk; the newest unless another is named. */
export async function shownRun(store: RunStore, id?: string, planner?: Planner): Promise<ShownRun> {
  const [newest] = await store.list();
  const shown = await openRun(store, id ?? newest?.id ?? '', planner);
  if (shown === undefined || !('run' in shown)) throw new Error('There is no such run.');
  return shown;
}

/** The counts of an account that are not 0. */
export function countsOf(run: ShownRun['run']): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(run.account.counts).filter(([, count]) => count > 0));
}

/** Resolves when it is so of a run. */
export function until(active: ActiveRun, is: (active: ActiveRun) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (is(active)) resolve();
    };
    active.onDidChange(look);
    look();
  });
}

/** Resolves when a run pauses. */
export function paused(active: ActiveRun): Promise<void> {
  return until(active, ({ status }) => status.pause !== undefined);
}
