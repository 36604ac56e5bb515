import { fromUnixMilliseconds } from '../../core/expression/dotnet/dates/instant';
import type { PlanMoment } from '../../core/convert/planMoment';
import type { PlanFile } from '../../core/journal/planFile';
import type { Selection } from '../../core/run/people/peopleSelection';
import { FateCode } from '../../core/run/plan';
import { jobKey } from '../../core/run/target';
import type { KeptRecords, KeptRun, RunStore } from '../../runs/runStore';
import type { PlannedSource, Planner, PlanningOptions } from '../planner';
import { plannerFor } from '../search/searchPlanner';

/** What has changed since a run was planned. `converter`: the same source and mapping give different requests. */
export type ChangedPart = 'source' | 'mapping' | 'converter';

/** The rebuilt plan of a stored run, with people's names and ids, or what has changed. */
export type PlannedAgain =
  | { readonly planned: PlannedSource; readonly options: PlanningOptions }
  | { readonly changed: ChangedPart; /** Why there is no plan at all. */ readonly why?: string };

/** Rebuilds the plan of a run from its current source and mapping. The digests that this writes are discarded. */
export async function planAgain(
  store: RunStore,
  kept: KeptRun,
  planner: Planner,
  signal?: AbortSignal,
): Promise<PlannedAgain> {
  const { plan: file } = kept;
  const { selection } = file;
  if (planner.mapping?.sha256 !== file.mapping?.sha256) return { changed: 'mapping' };
  const records = await kept.records();
  const reserved = await store.reserve();
  try {
    const options: PlanningOptions = {
      moment: momentOf(file),
      selection: selectionOf(file, records),
      pilot: { records: pilotOf(records) },
      keeping: { key: await store.key(), baseline: store.baselinePath(jobKey(file.target)), digests: reserved.digests },
      ...(signal && { signal }),
    };
    const planned = await plannerFor(selection, planner).plan(options);
    if ('problems' in planned) {
      const unreadable = planned.problems.find(({ code }) => code === 'file.unreadable' || code === 'file.changed');
      return { changed: 'source', ...(unreadable && { why: unreadable.message }) };
    }
    if (planned.source.sha256 !== file.source.sha256) return { changed: 'source' };
    if (!isSamePlan(planned.plan.batches, file.batches)) return { changed: 'converter' };
    // People are left out for the reasons stored in the plan, regardless of what was sent since
    const { fates } = records;
    const plan = { ...planned.plan, counts: file.counts, records: { ...planned.plan.records, fates } };
    return { planned: { ...planned, plan }, options };
  } finally {
    await reserved.discard();
  }
}

export function momentOf({ moment: { now, seed } }: Pick<PlanFile, 'moment'>): PlanMoment {
  const instant = fromUnixMilliseconds(Date.parse(now));
  if (instant === undefined) throw new Error('a plan was made outside of the years 1 to 9999');
  return { now: instant, seed };
}

/** The original selection, regardless of what was sent since. */
export function selectionOf({ selection }: PlanFile, { count, fates }: KeptRecords): Selection {
  if (selection.kind === 'all') return { kind: 'all' };
  const bits = new Uint8Array(Math.ceil(count / 8));
  for (let index = 0; index < count; index++)
    if (fates[index] !== FateCode.unselected && fates[index] !== FateCode.unchanged)
      bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  return { kind: 'records', bits };
}

function pilotOf({ count, fates }: KeptRecords): readonly number[] {
  const records: number[] = [];
  for (let index = 0; index < count; index++) if (fates[index] === FateCode.pilot) records.push(index + 1);
  return records;
}

function isSamePlan(made: PlanFile['batches'], kept: PlanFile['batches']): boolean {
  return made.length === kept.length && made.every(({ hash }, index) => hash === kept[index]?.hash);
}
