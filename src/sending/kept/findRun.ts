import type { KeptRun, RunStore } from '../../runs/runStore';
import { SendingRefusal } from '../sendingRefusal';

/** Finds a run whose plan can be read. Throws a {@link SendingRefusal} for any other. */
export async function findRun(store: RunStore, id: string): Promise<KeptRun> {
  const kept = await store.find(id);
  if (kept === undefined)
    throw new SendingRefusal('missing', `There is no run ${id} on this machine.`, {
      remedy: 'List the runs to see their ids.',
    });
  if (kept.plan === undefined)
    throw new SendingRefusal('damaged', kept.fault.message, { remedy: kept.fault.remedy, run: id });
  return kept;
}
