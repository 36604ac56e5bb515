import type { Target } from '../../core/run/target';
import { jobKey } from '../../core/run/target';
import { FileError } from '../../files/fileError';
import { readHeadOf } from '../../runs/baseline/openBaseline';
import type { KeptRun, RunStore } from '../../runs/runStore';
import { keepBaseline } from '../live/keepBaseline';
import { progressOf } from '../live/knownOfRun';

/**
 * Merges into a job's baseline what its runs have sent but not recorded there, because a process was killed or a disk
 * was full. If that is impossible, returns the reason as a clause; then it is unknown what the job was last sent.
 *
 * @param past the runs of the job, newest first
 */
export async function settleBaseline(
  store: RunStore,
  target: Target,
  past: readonly KeptRun[],
): Promise<string | undefined> {
  for (const run of past.toReversed()) {
    const progress = progressOf(run.state);
    if (progress === undefined) continue;
    const head = await readHeadOf(store.baselinePath(jobKey(target)), await store.key());
    // The comparison reports that it is lost or damaged
    if (!('known' in head) || head.known === undefined) return undefined;
    const { runs, wholeAt } = head.known;
    if (runs?.[run.id] === progress) continue;
    // A later run has sent everybody
    if (wholeAt !== undefined && wholeAt >= (run.state.lastAt ?? '')) continue;
    const unsettled = await settle(store, run);
    if (unsettled !== undefined) return unsettled;
  }
  return undefined;
}

async function settle(store: RunStore, run: KeptRun): Promise<string | undefined> {
  try {
    await keepBaseline(store, run);
    return undefined;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return error.trouble === 'unreadable'
      ? `files of the run ${run.id} are damaged, so it is not known what it sent`
      : `what the run ${run.id} sent could not be written down`;
  }
}
