import { join } from 'node:path';
import { chainStart, writeLine } from '../core/journal/journalText';
import type { JournalEvent } from '../core/journal/journalEvent';
import type { PlanFile } from '../core/journal/planFile';
import { planHash } from '../core/journal/planHash';
import { writePlan } from '../core/journal/planText';
import { RunState } from '../core/journal/runState';
import { NOTHING_SENT, systemCode, unkept } from '../files/fileError';
import type { FileLayer } from '../files/fileLayer';
import { writeDown } from '../files/writeDown';
import { writeRecords } from './keptRecords';
import type { LockedRun } from './openRun';
import type { RunPaths } from './runPaths';
import { RUN_FILES, sha256 } from './runPaths';
import type { KeptRecords } from './runStore';

/**
 * Writes a run into its reserved folder and then renames the folder, which makes it a run. Rejects with `FileError`;
 * then the run does not exist.
 */
export async function writeRun(
  paths: RunPaths,
  {
    id,
    plan,
    records,
    at,
  }: { readonly id: string; readonly plan: PlanFile; readonly records: KeptRecords; readonly at: string },
  files: FileLayer,
): Promise<Pick<LockedRun, 'folder' | 'state' | 'chain' | 'size'>> {
  if (planHash(plan, sha256) !== plan.plan) throw new Error('the plan has the hash of another one');
  const { records: all, operations } = plan.counts;
  const event: JournalEvent = {
    type: 'planned',
    plan: plan.plan,
    records: all,
    operations,
    batches: plan.batches.length,
  };
  const first = writeLine(event, at, chainStart(plan.plan), sha256);
  const unfinished = paths.unfinished(id);
  const folder = paths.run(id);
  try {
    await writeDown(files, join(unfinished, RUN_FILES.plan), writePlan(plan, sha256));
    await writeDown(files, join(unfinished, RUN_FILES.records), writeRecords(records));
    await writeDown(files, join(unfinished, RUN_FILES.journal), first.text);
    await adoptIfThere(files, join(unfinished, RUN_FILES.digests));
    await files.syncFolder(unfinished);
    await files.rename(unfinished, folder);
  } catch (error) {
    throw unkept('The plan', paths.runs, error, NOTHING_SENT);
  }
  await settleName(paths, folder, files);
  const state = new RunState(plan);
  state.apply(first.line);
  return { folder, state, chain: first.end, size: Buffer.byteLength(first.text) };
}

/** Flushes the renamed folder, which could otherwise be lost in a crash. If that fails, removes the run. */
async function settleName({ runs }: RunPaths, folder: string, files: FileLayer): Promise<void> {
  try {
    await files.syncFolder(runs);
  } catch (error) {
    await files.removeFolder(folder).catch(() => undefined);
    throw unkept('The plan', runs, error, NOTHING_SENT);
  }
}

/** Adopts the digests, which not every plan has. */
async function adoptIfThere(files: FileLayer, path: string): Promise<void> {
  try {
    await files.adopt(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}
