import type { Plan } from '../../core/run/plan';
import { jobKey } from '../../core/run/target';
import { mergeBaseline } from '../../runs/baseline/mergeBaseline';
import type { KeptRun, RunStore } from '../../runs/runStore';
import { planOfKept } from '../kept/planOfKept';
import { knownOfRun, progressOf } from './knownOfRun';

/**
 * Updates a job's baseline with what is known of a run, across all its sessions and as far as its log was read. Rejects
 * with `FileError`.
 *
 * @param planned its plan, if it was read already
 */
export async function keepBaseline(store: RunStore, kept: KeptRun, planned?: Plan): Promise<void> {
  const { id, plan, state, digests } = kept;
  const progress = progressOf(state);
  if (progress === undefined) return;
  const startedAt = Date.parse(state.startedAt ?? plan.madeAt);
  await mergeBaseline({
    path: store.baselinePath(jobKey(plan.target)),
    key: await store.key(),
    plan,
    digests,
    run: { id, startedAt, progress },
    known: knownOfRun(planned ?? planOfKept(plan, await kept.records()), state),
    isWhole: state.count('accepted') === plan.batches.length,
    at: state.acceptedAt,
  });
}
