import { batchOf } from '../../core/run/plan';
import type { Run } from '../../core/run/run';
import { jobKey } from '../../core/run/target';
import { mergeBaseline } from '../../runs/baseline/mergeBaseline';
import type { OpenRun, RunStore } from '../../runs/runStore';

/** Keeps what was accepted of a run, in all its sessions, as what its job was last sent. Rejects with `FileError`. */
export async function keepBaseline(store: RunStore, { plan, state, digests }: OpenRun, run: Run): Promise<void> {
  const at = state.acceptedAt;
  if (at === undefined) return;
  await mergeBaseline({
    path: store.baselinePath(jobKey(plan.target)),
    key: await store.key(),
    plan,
    digests,
    isAccepted: (record) => run.stateOf(batchOf(run.plan, record).number) === 'accepted',
    isWhole: state.count('accepted') === plan.batches.length,
    at,
  });
}
