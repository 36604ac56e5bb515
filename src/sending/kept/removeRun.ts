import { rm } from 'node:fs/promises';
import type { Explanation } from '../../core/logs/explanations';
import { jobKey } from '../../core/run/target';
import { FileError } from '../../files/fileError';
import type { KeptRun, RunStore } from '../../runs/runStore';
import { settleBaseline } from '../facts/settleBaseline';
import { hasReached, isUnsettled } from '../facts/pastRuns';
import { supersededBy } from './supersededBy';
import { hasMore } from '../live/batchStatus';
import { SendingRefusal } from '../sendingRefusal';

/**
 * Why somebody should look before a run is removed, and how: nobody knows whether all of its requests were taken. `undefined`: nothing is lost by
 * it.
 */
export async function whyKeepRun(store: RunStore, id: string): Promise<Explanation | undefined> {
  const kept = await store.find(id);
  // Of one that is being sent the store says so
  if (kept?.plan === undefined || kept.holder !== undefined || !isUnsettled(kept)) return undefined;
  return {
    cause: `Of the run ${id} nobody knows whether all of its requests were taken, and without it nobody can find out.`,
    remedy: 'Read its log first, or resume it.',
  };
}

/**
 * Deletes what is kept of a run that nobody has open. What it sent stays known: to the baseline of its job, and to older runs, which must
 * not overwrite it when they are resumed. Rejects with `FileError`, `RunRefusal` and {@link SendingRefusal}, and then it stays.
 */
export async function removeRun(store: RunStore, id: string): Promise<void> {
  const kept = await store.find(id);
  if (kept?.plan !== undefined && kept.holder === undefined && hasReached(kept)) {
    await forgetIfUnsettled(store, kept);
    for (const older of await olderRuns(store, kept)) await supersede(store, older, kept);
  }
  await store.remove(id);
}

/** Where nobody can say any more what a run sent, what its job was last sent is unknown: guards ask then, and everybody is to be sent. */
async function forgetIfUnsettled(store: RunStore, kept: KeptRun): Promise<void> {
  const { target } = kept.plan;
  if ((await settleBaseline(store, target, [kept])) === undefined) return;
  await rm(store.baselinePath(jobKey(target)), { force: true });
}

/** The older runs of the same job that may still be resumed. */
async function olderRuns(store: RunStore, { id, plan: { target } }: KeptRun): Promise<readonly KeptRun[]> {
  const found: KeptRun[] = [];
  for (const summary of await store.list()) {
    const { plan, closed, fault } = summary;
    if (summary.id >= id || closed !== undefined || fault !== undefined || plan === undefined) continue;
    if (jobKey(plan.target) !== jobKey(target)) continue;
    const older = await store.find(summary.id);
    if (older?.plan !== undefined && older.fault === undefined && hasMore(older.state)) found.push(older);
  }
  return found;
}

async function supersede(store: RunStore, older: KeptRun, newer: KeptRun): Promise<void> {
  const found = await peopleOfBoth(store, older, newer);
  if (found.length === 0) return;
  const open = await store.open(older.id);
  try {
    for (const { run, records, batches } of found)
      await open.journal.append({ type: 'superseded', run, records, batches });
  } finally {
    await open.close();
  }
}

async function peopleOfBoth(store: RunStore, older: KeptRun, newer: KeptRun): ReturnType<typeof supersededBy> {
  try {
    return await supersededBy(store, older, [newer]);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new SendingRefusal('damaged', `Whom the run ${newer.id} has sent cannot be read any more: ${error.message}`, {
      remedy: `Cancel or remove the older run ${older.id} first, which could overwrite them.`,
      run: older.id,
    });
  }
}
