import { Run } from '../core/run/run';
import type { JobLock, KeptRun, OpenRun } from '../runs/runStore';
import type { ActiveRun } from './activeRun';
import { checkConfirmation, checkTarget } from './checkConfirmation';
import type { Confirmation, FollowOptions } from './confirmation';
import { journalled } from './live/journalled';
import { keptRecords } from './kept/keptRecords';
import { isUnsettled, newestReached, pastRuns } from './facts/pastRuns';
import { withPredictions } from './kept/planOfKept';
import { lockJob } from './live/lockJob';
import { LiveRun } from './live/liveRun';
import type { Preparation } from './preparation';
import type { SendingContext } from './sendingContext';
import { SendingRefusal } from './sendingRefusal';

/**
 * Sends a preparation in the background, if nothing has changed since and the plan is confirmed. Throws a
 * `SendingRefusal` before anything is stored or sent; later errors are in the run's status.
 */
export async function startRun(
  context: SendingContext,
  preparation: Preparation,
  confirmation: Confirmation,
  follow: FollowOptions,
): Promise<ActiveRun> {
  const { file, request, findings } = preparation;
  checkConfirmation(context, preparation, confirmation);
  const lock = await lockJob(context.store, file.target);
  try {
    checkTarget(file.target, await request.opened.target());
    await checkPast(context, preparation);
    const kept = await keepPlan(context, preparation);
    try {
      await kept.journal.append({
        type: 'confirmed',
        plan: file.plan,
        by: confirmation.by,
        guards: journalled(findings),
      });
    } catch (error) {
      await kept.close();
      throw error;
    }
    return goOn(context, preparation, { kept, lock, follow });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Sends and follows an open run. */
export function goOn(
  context: SendingContext,
  { plan, planned, options, request, facts }: Preparation,
  parts: { readonly kept: OpenRun; readonly lock: JobLock; readonly follow: FollowOptions; readonly run?: Run },
): ActiveRun {
  const { kept, lock, follow } = parts;
  const { planner, opened } = request;
  const run =
    parts.run ?? new Run(withPredictions(plan, predictedIn(facts)), new Date(context.wallClock()).toISOString());
  const sending = {
    bodies: () => planner.bodies(planned, withoutSignal(options)),
    lock,
  };
  return new LiveRun({ context, kept, run, opened, sending, follow });
}

/** The predictions for each record from before the run was sent; `undefined` if there are none. */
function predictedIn({ effects }: Preparation['facts']): Uint8Array | undefined {
  return 'known' in effects ? effects.known?.predicted : undefined;
}

/** Removes the signal, because cancelling the preparation does not cancel sending. */
function withoutSignal({ signal: _, ...options }: Preparation['options']): Preparation['options'] {
  return options;
}

/**
 * Refuses a plan if another run is unsettled or was sent after the plan was made: newer data must not be overwritten,
 * and the plan was not compared with it.
 *
 * @param after as in {@link pastRuns}
 */
export async function checkPast(
  context: SendingContext,
  { file, run, lastRun }: Preparation,
  after?: string,
): Promise<readonly KeptRun[]> {
  const past = await pastRuns(context, file.target, run, after);
  const open = past.find((each) => isUnsettled(each));
  if (open !== undefined) throw refuseUnsettled(open);
  if (newestReached(past)?.id !== lastRun)
    throw new SendingRefusal('changed', 'Another run was sent to this job after the plan was made.', {
      remedy: 'Make the plan again and review it.',
    });
  return past;
}

async function keepPlan({ store }: SendingContext, { run, file, plan, planned, facts }: Preparation): Promise<OpenRun> {
  return store.create(run, file, keptRecords(plan, planned, predictedIn(facts)));
}

function refuseUnsettled({ id, fault }: KeptRun): SendingRefusal {
  const message = `It is not known whether the service took all requests of run ${id} to this job.`;
  const remedy =
    fault === undefined
      ? 'Resume that run, read its log again, or cancel it. Then make a new plan.'
      : 'Its journal is damaged: check the provisioning log, remove that run, then make a new plan.';
  return new SendingRefusal('unsettled', message, { remedy, run: id });
}
