import { join } from 'node:path';
import { FileError, unwritableFolder } from '../files/fileError';
import type { FileLayer } from '../files/fileLayer';
import { namesOf } from '../files/fileLayer';
import type { ProcessLock } from '../files/lock/lockTaken';
import { pruneLedger } from './callLedger';
import { changedAt, MOMENT_TIME } from './planMoments';
import type { RunPaths } from './runPaths';
import { timeOfId } from './runPaths';
import { RunRefusal } from './runRefusal';
import type { RunStore, RunSummary } from './runStore';

const DAY = 24 * 60 * 60 * 1000;
/**
 * Days for which a finished run is kept. A run that was planned before that is not resumed, because newer runs with the
 * same people may have been pruned.
 */
export const RUN_DAYS = 90;

export interface PruneOptions {
  readonly paths: RunPaths;
  readonly files: FileLayer;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Locks a run; `undefined` if another process holds it. */
  readonly take: (id: string) => Promise<ProcessLock | undefined>;
}

/** Deletes expired data, except what another process uses. Rejects with `FileError`. */
export async function pruneStore(
  store: Pick<RunStore, 'list' | 'find' | 'remove'>,
  options: PruneOptions,
): Promise<void> {
  const { paths, files, now } = options;
  for (const run of await store.list()) if (await isOver(store, run, now)) await removeUnlessUsed(store, run.id);
  try {
    for (const name of await namesOf(files, paths.runs)) await removeLeft(name, options);
    await removeOld(paths.moments, now - MOMENT_TIME, files);
    for (const name of await namesOf(files, paths.ledgers)) await pruneLedger(join(paths.ledgers, name), files, now);
  } catch (error) {
    throw error instanceof FileError ? error : unwritableFolder(paths.runs, error);
  }
}

/**
 * Whether a run ended before the limit. A run that can be resumed has not ended; a damaged one is treated as not ended.
 */
async function isOver(store: Pick<RunStore, 'find'>, { id, closed, fault }: RunSummary, now: number): Promise<boolean> {
  const limit = now - RUN_DAYS * DAY;
  if (fault !== undefined || timeOfId(id) >= limit) return false;
  if (closed !== undefined) return Date.parse(closed.at) < limit;
  const run = await store.find(id);
  if (run?.plan === undefined || run.fault !== undefined) return false;
  const { phase, lastAt = run.plan.madeAt } = run.state;
  // The service keeps its log for less time, so no more answers can arrive
  return ['blocked', 'cancelled', 'complete', 'awaiting-log'].includes(phase) && Date.parse(lastAt) < limit;
}

async function removeUnlessUsed(store: Pick<RunStore, 'remove'>, id: string): Promise<void> {
  try {
    await store.remove(id);
  } catch (error) {
    if (!(error instanceof RunRefusal)) throw error;
  }
}

/** Removes a reserved or half-deleted folder, unless its process is alive. Only a lock shows that reliably. */
async function removeLeft(name: string, { paths, files, take }: PruneOptions): Promise<void> {
  const id = /^\.(.*)\.(?:unfinished|removed)$/.exec(name)?.[1];
  const lock = id === undefined ? undefined : await take(id);
  if (lock === undefined) return;
  try {
    await files.removeFolder(join(paths.runs, name));
  } finally {
    await lock.release();
  }
}

/** Removes files that were last changed before a time. */
async function removeOld(folder: string, limit: number, files: FileLayer): Promise<void> {
  for (const name of await namesOf(files, folder)) {
    const path = join(folder, name);
    if ((await changedAt(path)) < limit) await files.remove(path);
  }
}
