import type { ActiveRun } from './activeRun';
import { checkTarget } from './checkConfirmation';
import { findRun } from './kept/findRun';
import { planAgain } from './kept/planAgain';
import type { ResumeRequest } from './keptRuns';
import { LiveRun } from './live/liveRun';
import { runOf } from './openRun';
import type { Planner } from './planner';
import type { SendingContext } from './sendingContext';

/** The input for reading the log of a run. */
export interface VerifyRequest extends Pick<ResumeRequest, 'run' | 'opened'> {
  /** If present, people have names again. */
  readonly planner?: Planner;
  /** Whether the log is read until everybody is answered or no more entries are expected. Otherwise it is read once. */
  readonly follows?: boolean;
}

/** Reads the log of a run again, in the background, and records the answers. Nothing is sent. */
export async function verifyRun(
  context: SendingContext,
  { run: id, opened, planner, follows = false }: VerifyRequest,
): Promise<ActiveRun> {
  const { store } = context;
  const found = await findRun(store, id);
  checkTarget(found.plan.target, await opened.target());
  const again = planner && (await planAgain(store, found, planner));
  const named = again !== undefined && 'planned' in again ? again.planned.plan : undefined;
  const kept = await store.open(id);
  try {
    const run = await runOf(store, kept, named);
    return new LiveRun({ context, kept, run, opened, follow: { follows: true }, isOnce: !follows });
  } catch (error) {
    await kept.close();
    throw error;
  }
}
