import type { ReasonForAll } from '../core/baseline/reasonForAll';
import { checkGuards, decisionOf } from '../core/guards/checkGuards';
import type { PlanFile } from '../core/journal/planFile';
import { CONVERTER_VERSION, PLAN_FORMAT } from '../core/journal/planFile';
import { planHash } from '../core/journal/planHash';
import { toUnixMilliseconds } from '../core/expression/dotnet/dates/instant';
import type { Target } from '../core/run/target';
import { jobKey } from '../core/run/target';
import { FileError, NOTHING_SENT } from '../files/fileError';
import type { KeptRun } from '../runs/runStore';
import { hashBody } from '../extract/hashBody';
import { comparisonOf, gatherFacts } from './facts/gatherFacts';
import { newestReached, pastRuns } from './facts/pastRuns';
import { settleBaseline } from './facts/settleBaseline';
import { needsAll, needsAllBySchema } from './facts/onlyChanges';
import type { PlannedSource, PlanningOptions, Selection } from './planner';
import type { Preparation, PrepareAnswer, SendRequest } from './preparation';
import type { SendingContext } from './sendingContext';
import type { PreparingOptions } from './sendingService';

/**
 * Makes a plan and gathers everything that guards check. Nothing is sent. The caller must start, decline or discard the
 * preparation.
 */
export async function prepareSending(
  context: SendingContext,
  request: SendRequest,
  preparing: PreparingOptions = {},
): Promise<PrepareAnswer> {
  const { store } = context;
  const target = await request.opened.target(preparing.signal);
  const past = await pastRuns(context, target);
  const reserved = await orUnsent(store.reserve());
  try {
    const { digests } = reserved;
    const checked = await checkedPlan(context, request, { target, past, keeping: { digests } }, preparing);
    if (checked.kind !== 'checked') {
      await reserved.discard();
      return checked;
    }
    const discard = (): Promise<void> => reserved.discard();
    return { ...checked, kind: 'prepared', run: reserved.id, request, lastRun: newestReached(past)?.id, discard };
  } catch (error) {
    await reserved.discard();
    throw error;
  }
}

/** The answer that {@link prepareSending} would give now. Nothing is reserved, and no digests are written. */
export async function predictSending(
  context: SendingContext,
  request: SendRequest,
  options: PreparingOptions = {},
): Promise<PredictedAnswer> {
  const target = await request.opened.target(options.signal);
  const past = await pastRuns(context, target);
  return checkedPlan(context, request, { target, past, keeping: { digests: '', isPrediction: true } }, options);
}

type PredictedAnswer = CheckedPlan | Exclude<PrepareAnswer, { readonly kind: 'prepared' }>;

/** A plan and its guards' findings. */
interface CheckedPlan extends Pick<
  Preparation,
  'file' | 'plan' | 'planned' | 'options' | 'facts' | 'findings' | 'decision'
> {
  readonly kind: 'checked';
}

interface PlannedFor {
  readonly target: Target;
  readonly past: readonly KeptRun[];
  readonly keeping: Pick<PlanningOptions['keeping'], 'digests' | 'isPrediction'>;
}

async function checkedPlan(
  context: SendingContext,
  request: SendRequest,
  { target, past, keeping: { digests, isPrediction } }: PlannedFor,
  { signal, onProgress }: PreparingOptions,
): Promise<PredictedAnswer> {
  const { store } = context;
  const unsettled = await settleBaseline(store, target, past);
  onProgress?.('Reading the people');
  const keeping = {
    key: await orUnsent(store.key()),
    baseline: store.baselinePath(jobKey(target)),
    digests,
    ...(isPrediction && { isPrediction }),
  };
  const selection = selectionOf(request);
  const pilot = request.pilot ?? proposedPilot(context, request, target, past);
  const options: PlanningOptions = { moment: request.moment, selection, pilot, keeping, ...(signal && { signal }) };
  const planned = await request.planner.plan(options);
  if ('problems' in planned) return { kind: 'problems', problems: planned.problems };
  const unmet = await whyAll(context, request, comparisonOf(planned.comparison, past, unsettled), signal);
  if (unmet !== undefined) return { kind: 'needs-all', ...unmet };
  const file = planFileOf(context, request, target, planned);
  onProgress?.('Checking the plan');
  const facts = await gatherFacts(context, { request, file, planned, options, past, unsettled }, signal);
  const findings = checkGuards(facts, context.limits);
  const { plan } = planned;
  return { kind: 'checked', file, plan, planned, options, facts, findings, decision: decisionOf(findings) };
}

/** Adds to an error of the store that nothing was sent. */
async function orUnsent<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(error.trouble, `${error.message} ${NOTHING_SENT}`, { cause: error });
  }
}

function selectionOf({ onlyChanges, records }: SendRequest): Selection {
  if (records !== undefined) return { kind: 'records', bits: records.bits };
  return onlyChanges === true ? { kind: 'changes' } : { kind: 'all' };
}

/** Proposes a pilot for the first upload to a real job, and whenever the mapping has changed. */
function proposedPilot(
  { limits }: SendingContext,
  { planner: { mapping } }: SendRequest,
  { kind }: Target,
  past: readonly KeptRun[],
): PlanningOptions['pilot'] {
  const last = newestReached(past)?.plan;
  const isKnown = last !== undefined && (mapping === undefined || last.mapping?.sha256 === mapping.sha256);
  return { first: kind === 'sandbox' || isKnown ? 0 : limits.pilot };
}

async function whyAll(
  { wallClock }: SendingContext,
  { onlyChanges, records, opened }: SendRequest,
  compared: ReturnType<typeof comparisonOf>,
  signal: AbortSignal | undefined,
): Promise<ReasonForAll | undefined> {
  if (onlyChanges !== true || records !== undefined) return undefined;
  return needsAll(compared, wallClock()) ?? (await needsAllBySchema(opened.tenant, signal));
}

function planFileOf(
  { wallClock }: SendingContext,
  { planner: { mapping }, connection, moment, onlyChanges, records }: SendRequest,
  target: Target,
  { plan, source, pilot }: PlannedSource,
): PlanFile {
  const selection = records?.reason ?? { kind: onlyChanges === true ? 'changes' : 'all' };
  const made = { ...(mapping && { mapping }), target, selection, pilot, batches: plan.batches };
  const parts = { converter: CONVERTER_VERSION, source, ...made };
  return {
    format: PLAN_FORMAT,
    plan: planHash(parts, hashBody),
    madeAt: new Date(wallClock()).toISOString(),
    converter: CONVERTER_VERSION,
    source,
    ...(mapping && { mapping }),
    moment: { now: new Date(toUnixMilliseconds(moment.now)).toISOString(), seed: moment.seed },
    connection: { name: connection.name, ...(connection.id !== undefined && { id: connection.id }) },
    target,
    selection,
    pilot,
    counts: plan.counts,
    batches: plan.batches,
  };
}
