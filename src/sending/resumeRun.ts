import { checkGuards, decisionOf } from '../core/guards/checkGuards';
import { RUN_DAYS } from '../runs/pruneStore';
import type { KeptRun } from '../runs/runStore';
import type { ActiveRun } from './activeRun';
import { checkConfirmation, checkPlan, checkTarget } from './checkConfirmation';
import type { Confirmation, FollowOptions } from './confirmation';
import { gatherFacts } from './facts/gatherFacts';
import { newestReached, pastRuns } from './facts/pastRuns';
import { settleBaseline } from './facts/settleBaseline';
import { findRun } from './kept/findRun';
import type { ChangedPart } from './kept/planAgain';
import { momentOf, planAgain } from './kept/planAgain';
import { countSuperseded, supersededBy } from './kept/supersededBy';
import type { ResumeRequest, Resumption } from './keptRuns';
import { describePilot } from './live/pilot';
import { hasMore } from './live/batchStatus';
import { lockJob } from './live/lockJob';
import { runOf } from './openRun';
import { plannerFor } from './search/searchPlanner';
import type { SendingContext } from './sendingContext';
import { SendingRefusal } from './sendingRefusal';
import type { PreparingOptions } from './sendingService';
import { checkPast, goOn } from './startRun';
import { journalled } from './live/journalled';

/** Milliseconds after which guards check a plan again before it is resumed. */
const OLD = 86_400_000;
/** Maximum milliseconds by which setting the clock back counts as a correction. */
const AHEAD = 300_000;

/**
 * Prepares a run for resuming if everything is as planned. Throws a `SendingRefusal` that names the part that changed;
 * a new plan may then send the rest.
 */
export async function prepareResume(
  context: SendingContext,
  request: ResumeRequest,
  { signal, onProgress }: PreparingOptions = {},
): Promise<Resumption> {
  const { store, wallClock, limits } = context;
  const { opened, connection, predicts } = request;
  const kept = await findRun(store, request.run);
  const planner = plannerFor(kept.plan.selection, request.planner);
  refuseComplete(kept);
  refuseForgotten(kept, wallClock());
  const { plan: file } = kept;
  checkTarget(file.target, await opened.target(signal), true);
  onProgress?.('Reading the people again');
  const again = await planAgain(store, kept, planner, signal);
  if ('changed' in again) throw refuseChanged(again);
  const past = await pastRuns(context, file.target, kept.id, kept.id);
  const unsettled = await settleBaseline(store, file.target, past);
  const superseded = await supersededBy(store, kept, past);
  // A run that was never confirmed counts as old, and so does one with a date in the future
  const age = wallClock() - Date.parse(file.madeAt);
  const isOld = kept.state.confirmed === undefined || age > OLD || age < -AHEAD;
  const { planned, options } = again;
  const send = { planner, connection, opened, moment: momentOf(file), predicts: predicts && isOld };
  const facts = await gatherFacts(context, { request: send, file, planned, options, past, unsettled }, signal);
  const findings = isOld ? checkGuards(facts, limits) : [];
  return {
    kind: 'prepared',
    run: kept.id,
    request: send,
    file,
    plan: planned.plan,
    planned,
    options,
    facts,
    findings,
    decision: decisionOf(findings),
    lastRun: newestReached(past)?.id,
    discard: () => Promise.resolve(),
    resumes: kept,
    superseded: await countSuperseded(kept, superseded),
    isOld,
    ...(kept.state.phase === 'pilot' && { pilot: describePilot(await runOf(store, kept, planned.plan), file) }),
  };
}

/** Resumes a run. Throws a `SendingRefusal` before anything is sent if something changed after it was prepared. */
export async function resumeRun(
  context: SendingContext,
  resumption: Resumption,
  confirmation: Confirmation,
  follow: FollowOptions,
): Promise<ActiveRun> {
  const { store } = context;
  const { file, request, plan, isOld, findings } = resumption;
  if (isOld) checkConfirmation(context, resumption, confirmation, false);
  else checkPlan(file, confirmation);
  const lock = await lockJob(store, file.target);
  try {
    checkTarget(file.target, await request.opened.target(), true);
    const past = await checkPast(context, resumption, resumption.run);
    const kept = await store.open(resumption.run);
    try {
      refuseComplete(kept);
      const { by } = confirmation;
      if (isOld) await kept.journal.append({ type: 'confirmed', plan: file.plan, by, guards: journalled(findings) });
      for (const { run: newer, records, batches } of await supersededBy(store, kept, past))
        await kept.journal.append({ type: 'superseded', run: newer, records, batches });
      await kept.journal.append({ type: 'resumed' });
      return goOn(context, resumption, { kept, lock, follow, run: await runOf(store, kept, plan) });
    } catch (error) {
      await kept.close();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function refuseComplete({ state, id, fault }: KeptRun): void {
  if (fault !== undefined)
    throw new SendingRefusal('damaged', fault.message, { remedy: fault.remedy, run: id, offersRest: true });
  if (hasMore(state)) return;
  throw new SendingRefusal('complete', 'This run has nothing left to send.', {
    remedy: 'Read its log again to see what happened to its people.',
    run: id,
  });
}

/** Refuses a run that is so old that newer runs with the same people may have been pruned. */
export function refuseForgotten({ plan: { madeAt } }: KeptRun, now: number): void {
  if (now - Date.parse(madeAt) <= RUN_DAYS * OLD) return;
  throw new SendingRefusal('changed', `This run was planned more than ${RUN_DAYS} days ago.`, {
    remedy: 'Make a new plan of the people whom the run has not sent yet.',
    offersRest: true,
  });
}

const CHANGED: Readonly<Record<ChangedPart, string>> = {
  source: 'The extract has changed since this run was planned.',
  mapping: 'The mapping has changed since this run was planned.',
  converter: 'This version of the program makes different requests from the same extract and mapping.',
};

function refuseChanged({
  changed: part,
  why,
}: {
  readonly changed: ChangedPart;
  readonly why?: string;
}): SendingRefusal {
  return new SendingRefusal(part, why ?? CHANGED[part], {
    remedy: 'Make a new plan of the people whom the run has not sent yet.',
    offersRest: true,
  });
}
