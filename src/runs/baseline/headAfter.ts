import type { BaselineHead } from '../../core/baseline/baselineHead';
import { BASELINE_FORMAT, REMEMBERED_PLANS, REMEMBERED_RUNS } from '../../core/baseline/baselineHead';
import type { Doubt } from '../../core/baseline/baselineRow';
import type { PlanFile } from '../../core/journal/planFile';
import { bodiesHash } from './bodiesHash';
import { keyCheck } from './keyCheck';

/** A plan that was sent, and what is known about its result. */
export interface SentPlan {
  /** The path of the job's baseline. */
  readonly path: string;
  /** The key for all keyed hashes. */
  readonly key: Uint8Array;
  readonly plan: PlanFile;
  /** The path of the digests of its operations. */
  readonly digests: string;
  /** The run that sent it, its start in milliseconds since 1970, and the progress of its journal. */
  readonly run: { readonly id: string; readonly startedAt: number; readonly progress: string };
  /**
   * What is known of a record that the service has accepted or may have accepted in any session; `undefined` for
   * others.
   */
  readonly known: (record: number) => Doubt | undefined;
  /** Whether all requests were accepted. */
  readonly isWhole: boolean;
  /** ISO 8601: when its newest request was accepted; absent if none is known to be accepted. */
  readonly at: string | undefined;
}

/**
 * The head of a baseline after merging a sent plan; `undefined` if nothing is known about any person.
 *
 * @param attributes those of the plan's digests
 */
export function headAfter(
  before: BaselineHead | undefined,
  sent: SentPlan,
  attributes: readonly string[],
): BaselineHead | undefined {
  const { plan, at, key, isWhole, run } = sent;
  const isNewest = isNewer(sent, before);
  const takenAt = isNewest ? (at ?? before?.takenAt) : before?.takenAt;
  if (takenAt === undefined) return undefined;
  const bodies = bodiesHash(plan.batches);
  const plans = (before?.plans ?? []).filter((known) => known.bodies !== bodies);
  const runs = Object.entries({ ...before?.runs, [run.id]: run.progress }).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const startedAt = isNewest ? new Date(run.startedAt).toISOString() : before?.startedAt;
  return {
    format: BASELINE_FORMAT,
    key: keyCheck(key),
    attributes: isNewest || before === undefined ? attributes : before.attributes,
    ...wholeAfter(before, sent),
    converter: isNewest || before === undefined ? plan.converter : before.converter,
    ...sourceAfter(before, sent),
    takenAt,
    plans: (isWhole && at !== undefined ? [...plans, { at, bodies }] : plans).slice(-REMEMBERED_PLANS),
    runs: Object.fromEntries(runs.slice(-REMEMBERED_RUNS)),
    ...(startedAt === undefined ? {} : { startedAt }),
  };
}

/** Whether a plan contains everybody and was accepted completely. */
export function isOfEverybody({ plan, isWhole }: Pick<SentPlan, 'plan' | 'isWhole'>): boolean {
  return isWhole && plan.selection.kind === 'all' && plan.source.kind === 'extract';
}

/** A run may be merged after newer ones, such as when its process was killed or its log is read again. */
function isNewer({ run }: SentPlan, before: BaselineHead | undefined): boolean {
  return before?.startedAt === undefined || run.startedAt >= Date.parse(before.startedAt);
}

/** When a plan of everybody was last accepted, and with which mapping. */
function wholeAfter(before: BaselineHead | undefined, sent: SentPlan): Pick<BaselineHead, 'mapping' | 'wholeAt'> {
  const { plan, at } = sent;
  const isOlder = !isNewer(sent, before) && before?.wholeAt !== undefined && before.wholeAt >= (at ?? '');
  const isTaken = isOfEverybody(sent) && !isOlder;
  const mapping = isTaken || before === undefined ? plan.mapping?.sha256 : before.mapping;
  const wholeAt = isTaken ? at : before?.wholeAt;
  return { ...(mapping === undefined ? {} : { mapping }), ...(wholeAt === undefined ? {} : { wholeAt }) };
}

function sourceAfter(before: BaselineHead | undefined, sent: SentPlan): Pick<BaselineHead, 'source' | 'records'> {
  const { source, counts } = sent.plan;
  const isOwn = source.kind === 'extract' && isNewer(sent, before);
  const { name, sha256, size, modifiedAt } = source;
  const own = { name, sha256, size, ...(modifiedAt === undefined ? {} : { modifiedAt }) };
  return {
    source: isOwn ? own : (before?.source ?? own),
    records: isOwn ? counts.records : (before?.records ?? 0),
  };
}
