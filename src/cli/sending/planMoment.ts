import { fromUnixMilliseconds } from '../../core/expression/dotnet/dates/instant';
import type { PlanMoment } from '../../core/convert/planMoment';
import { momentNow } from '../../extract/momentNow';
import type { GuardFinding } from '../../core/guards/guard';
import type { PlanFile } from '../../core/journal/planFile';
import type { PrintedPlan } from '../../runs/planMoments';
import type { RunStore } from '../../runs/runStore';

/** The moment for a plan: that of the confirmed plan if this machine printed it, otherwise now. */
export function momentFor(kept: PrintedPlan | undefined): PlanMoment {
  const now = kept === undefined ? undefined : fromUnixMilliseconds(Date.parse(kept.now));
  return kept === undefined || now === undefined ? momentNow() : { now, seed: kept.seed };
}

/**
 * Stores what was shown of a plan, because a confirmation by hash is only valid for these decisions and less strict
 * ones.
 */
export function keepPrinted(
  store: Pick<RunStore, 'keepMoment'>,
  { file, findings }: { readonly file: PlanFile; readonly findings: readonly GuardFinding[] },
): Promise<void> {
  const guards = Object.fromEntries(findings.map(({ id, decision }) => [id, decision]));
  return store.keepMoment(file.plan, { ...file.moment, guards });
}
