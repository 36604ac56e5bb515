import type { PlanFile } from '../core/journal/planFile';
import type { RunState } from '../core/journal/runState';
import type { Plan } from '../core/run/plan';
import { isSent } from '../core/run/plan';
import type { RecordFinder } from '../core/run/run';
import { Run } from '../core/run/run';
import { FileError } from '../files/fileError';
import { hmacOf } from '../extract/hmacOf';
import type { DamagedRun, KeptRun, RunStore } from '../runs/runStore';
import type { RunStatus } from '../core/journal/runStatus';
import { KeyedFinder } from './kept/keyedFinder';
import { planAgain } from './kept/planAgain';
import { planOfKept, withPredictions } from './kept/planOfKept';
import type { ShownRun } from './keptRuns';
import { applyEvent } from './live/applyEvent';
import type { Planner } from './planner';

/**
 * A run of the store, for display. Its people only have names if there is a planner, and source and mapping are
 * unchanged; otherwise they are shown by line. `undefined` if the run does not exist.
 *
 * @param names a planner, or the run as it was opened with names before, because a plan does not change
 */
export async function openRun(
  store: RunStore,
  id: string,
  names?: Planner | ShownRun,
  signal?: AbortSignal,
): Promise<ShownRun | DamagedRun | undefined> {
  const kept = await store.find(id);
  if (kept?.plan === undefined) return kept;
  try {
    await kept.records();
  } catch (error) {
    // An unreadable run must not hide the others in a list
    if (!(error instanceof FileError)) throw error;
    return { id, fault: { message: error.message, remedy: READ_LOG } };
  }
  const named = names && ('isNamed' in names ? planOfNamed(names) : await namesOf(store, kept, names, signal));
  const run = await runOf(store, kept, named);
  return { kept, run, status: statusOf(kept.plan, kept.state), isNamed: named !== undefined };
}

const READ_LOG = 'Read the provisioning log before you send the same people again.';

/** The run's plan with names, if its source still exists unchanged. */
async function namesOf(
  store: RunStore,
  kept: KeptRun,
  planner: Planner,
  signal: AbortSignal | undefined,
): Promise<Plan | undefined> {
  try {
    const again = await planAgain(store, kept, planner, signal);
    return 'planned' in again ? again.planned.plan : undefined;
  } catch (error) {
    // The source is gone or unreadable
    if (!(error instanceof FileError)) throw error;
    return undefined;
  }
}

function planOfNamed({ run, isNamed }: ShownRun): Plan | undefined {
  return isNamed ? run.plan : undefined;
}

/**
 * The account of a stored run, built from its journal.
 *
 * @param named its plan with names and ids; without it, people are found by the hashes of their ids
 */
export async function runOf(store: RunStore, kept: KeptRun, named?: Plan): Promise<Run> {
  const records = await kept.records();
  const isOperation = (index: number): boolean => isSent(records.fates[index]);
  const finder: RecordFinder | undefined =
    named === undefined ? new KeyedFinder(records.ids, hmacOf(await store.key()), isOperation) : undefined;
  const { state, plan: file } = kept;
  const plan = named === undefined ? planOfKept(file, records) : withPredictions(named, records.predicted);
  const run = new Run(plan, state.startedAt ?? file.madeAt, finder);
  for await (const { event } of kept.events()) applyEvent(run, event);
  const isOver = state.phase === 'cancelled' || state.phase === 'blocked';
  if (kept.fault !== undefined && !isOver) run.noteDoubt();
  if (kept.holder === undefined) run.noteStopped();
  return run;
}

/** The status of a run that is not active in this process. */
function statusOf({ batches }: Pick<PlanFile, 'batches'>, state: RunState): RunStatus {
  const { phase, pause, searchable } = state;
  const isPaused = phase === 'paused' || phase === 'pilot';
  return {
    phase,
    requests: batches.length,
    accepted: state.count('accepted'),
    ...(state.isSearch && { isSearch: true }),
    ...(searchable !== undefined && { searchable }),
    ...(isPaused && pause !== undefined && { pause }),
  };
}
