import type { GuardFacts, Known } from '../../core/guards/guardFacts';
import type { Comparison } from '../../core/baseline/comparison';
import type { PlanFile } from '../../core/journal/planFile';
import { searchRequests } from '../../core/journal/search';
import type { SendRequest } from '../preparation';
import type { PlannedSource, PlanningOptions } from '../planner';
import type { SendingContext } from '../sendingContext';
import { readJobFacts } from './jobFacts';
import type { BaselineHead } from '../../core/baseline/baselineHead';
import { bodiesHash } from '../../runs/baseline/bodiesHash';
import { readHeadOf } from '../../runs/baseline/openBaseline';
import type { KeptRun } from '../../runs/runStore';
import { hasReached, peopleReached } from './pastRuns';
import { predictedEffects } from './predictedEffects';
import { refusedRecords } from '../../core/run/refusedRecords';

/** Milliseconds of a rolling day. */
const DAY = 86_400_000;

/** A plan whose facts are gathered before it is confirmed. */
export interface PlannedSending {
  readonly request: SendRequest;
  readonly file: PlanFile;
  readonly planned: PlannedSource;
  readonly options: PlanningOptions;
  /** The runs of the same job, newest first. */
  readonly past: readonly KeptRun[];
  /** Why it is not fully known what these runs sent; see `settleBaseline`. */
  readonly unsettled: string | undefined;
}

/** Gathers everything that guards check. A fact that is unavailable is returned as the reason; this does not fail. */
export async function gatherFacts(
  context: SendingContext,
  sending: PlannedSending,
  signal?: AbortSignal,
): Promise<GuardFacts> {
  const { request, file, planned, past, options, unsettled } = sending;
  const { plan, survey, findings } = planned;
  const { tenant } = request.opened;
  const now = context.wallClock();
  return {
    ...findings,
    plan: file,
    tenantName: tenant.name,
    counts: plan.counts,
    refused: refusedRecords(plan),
    requests: file.selection.kind === 'search' ? searchRequests(plan.batches.length).one : plan.batches.length,
    survey,
    comparison: comparisonOf(planned.comparison, past, unsettled),
    disabledToday: { known: disabledSince(past, now - DAY) },
    callsToday: { known: await context.store.ledger(file.target).count() },
    callsPerDay: context.limits.callsPerDay,
    effects: await effectsFor(sending, signal),
    job: await readJobFacts(tenant, signal),
    ...lastSent(
      unsettled === undefined
        ? await readHeadOf(options.keeping.baseline, options.keeping.key)
        : { unknown: unsettled },
      file,
      past,
    ),
  };
}

/** Runs of the job without a baseline mean that the baseline was lost. That is not a first upload. */
export function comparisonOf(
  comparison: Known<Comparison | undefined>,
  past: readonly KeptRun[],
  unsettled: string | undefined,
): Known<Comparison | undefined> {
  if (unsettled !== undefined) return { unknown: unsettled };
  const isLost = 'known' in comparison && comparison.known === undefined && past.some((run) => hasReached(run));
  return isLost ? { unknown: 'this machine has no record of it' } : comparison;
}

/**
 * Number of people whom the runs since a time disable, as counted by their guards. A run that was partly sent counts at
 * most the people whom the service has accepted or may have accepted, because it is not stored which of them it
 * disables.
 */
function disabledSince(past: readonly KeptRun[], since: number): number {
  const recent = past.filter((run) => hasReached(run) && Date.parse(run.state.confirmed?.at ?? '') >= since);
  const counts = recent.map((run) => {
    const value = run.state.confirmed?.guards.find(({ id }) => id === 'G2')?.value ?? 0;
    return Math.min(value, peopleReached(run));
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The last file that was sent to the job, and when and in which run exactly these requests were sent. */
function lastSent(
  head: Known<BaselineHead | undefined>,
  { batches }: Pick<PlanFile, 'batches'>,
  past: readonly KeptRun[],
): Pick<GuardFacts, 'sameBodiesAt' | 'sameBodiesRun' | 'lastSource'> {
  if ('unknown' in head) return { sameBodiesAt: head, lastSource: head };
  const { known } = head;
  const bodies = bodiesHash(batches);
  const same = known?.plans.findLast((plan) => plan.bodies === bodies);
  const run =
    same &&
    past.find(
      ({ plan, state }) => state.count('accepted') === plan.batches.length && bodiesHash(plan.batches) === bodies,
    );
  return {
    sameBodiesAt: { known: same?.at },
    ...(run !== undefined && { sameBodiesRun: run.id }),
    lastSource: { known: known?.source },
  };
}

async function effectsFor(
  { request, planned, options }: PlannedSending,
  signal: AbortSignal | undefined,
): Promise<GuardFacts['effects']> {
  const { planner, connection, predicts, predict } = request;
  const bodies = (): ReturnType<typeof planner.bodies> => planner.bodies(planned, options);
  if (predict !== undefined) return predict(planned, bodies());
  // A prediction by a sandbox on this machine costs nothing
  if (!predicts && connection.kind !== 'sandbox') return { known: undefined };
  return predictedEffects(planned, bodies(), request, signal);
}
