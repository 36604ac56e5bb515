import { fromUnixMilliseconds } from '../../core/expression/dotnet/dates/instant';
import type { PlanMoment } from '../../core/convert/planMoment';
import { momentNow } from '../../extract/momentNow';
import type { RunStore } from '../../runs/runStore';

/** The moment that a plan is made for: that of the plan which is confirmed, if it was printed here, or now. */
export async function momentFor(confirm: string | undefined, store: RunStore): Promise<PlanMoment> {
  const kept = confirm === undefined ? undefined : await store.momentOf(confirm);
  const now = kept === undefined ? undefined : fromUnixMilliseconds(Date.parse(kept.now));
  return kept === undefined || now === undefined ? momentNow() : { now, seed: kept.seed };
}
