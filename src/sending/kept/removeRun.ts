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
 * Why a run should be checked before it is removed, and how: some of its requests have an unknown outcome. `undefined`
 * if removing it loses nothing.
 */
export async function whyKeepRun(store: RunStore, id: string): Promise<Explanation | undefined> {
  const kept = await store.find(id);
  // The store itself refuses to remove a run that is open
  if (kept?.plan === undefined || kept.holder !== undefined || !isUnsettled(kept)) return undefined;
  return {
    cause: `It is not known whether the service took all requests of run ${id}, and without the run nobody can find out.`,
    remedy: 'Read its log first, or resume it.',
  };
}

/**
 * Deletes a stored run that is not open. The baseline of its job keeps what it sent, and so do older runs, which must
 * not overwrite it when they are resumed. Rejects with `FileError`, `RunRefusal` or {@link SendingRefusal}; then the
 * run stays.
 */
export async function removeRun(store: RunStore, id: string): Promise<void> {
  const kept = await store.find(id);
  if (kept?.plan !== undefined && kept.holder === undefined && hasReached(kept)) {
    await forgetIfUnsettled(store, kept);
    for (const older of await olderRuns(store, kept)) await supersede(store, older, kept);
  }
  await store.remove(id);
}

/** Removes a job's baseline if it cannot take over what the run sent. Guards then ask, and everybody has to be sent. */
async function forgetIfUnsettled(store: RunStore, kept: KeptRun): Promise<void> {
  const { target } = kept.plan;
  if ((await settleBaseline(store, target, [kept])) === undefined) return;
  await rm(store.baselinePath(jobKey(target)), { force: true });
}

/** Older runs of the same job that may still be resumed. */
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
    throw new SendingRefusal(
      'damaged',
      `The people whom run ${newer.id} sent can no longer be read: ${error.message}`,
      {
        remedy: `Cancel or remove the older run ${older.id} first, which could overwrite them.`,
        run: older.id,
      },
    );
  }
}
