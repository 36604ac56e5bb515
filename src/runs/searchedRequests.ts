import type { RunPhase } from '../core/journal/runPhase';
import type { PlanFile } from '../core/journal/planFile';
import { headIn, planIn, stateIn } from './readRun';

const DECIDED: ReadonlySet<RunPhase> = new Set(['awaiting-log', 'complete']);

/**
 * Numbers of the requests of a run whose search is complete, so that each refused operation in them is known.
 *
 * @param folders of newer runs
 */
export async function searchedRequests(
  id: string,
  { batches }: Pick<PlanFile, 'batches'>,
  folders: readonly string[],
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const folder of folders) {
    const head = await headIn(folder);
    if ('fault' in head || head.plan.selection.kind !== 'search' || head.plan.selection.run !== id) continue;
    const reading = await planIn(folder);
    if ('fault' in reading) continue;
    const { state, fault } = await stateIn(folder, reading.plan);
    const [single] = reading.plan.batches;
    if (single === undefined || fault !== undefined || !DECIDED.has(state.phase)) continue;
    const searched = batches.find(({ first, last }) => first <= single.first && single.first <= last);
    if (searched !== undefined) found.push(searched.number);
  }
  return found;
}
