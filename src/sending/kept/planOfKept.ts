import type { PlanFile } from '../../core/journal/planFile';
import type { Plan } from '../../core/run/plan';
import { RecordTextsBuilder } from '../../core/run/recordTexts';
import { NO_REFUSALS } from '../../core/run/refusals';
import type { KeptRecords } from '../../runs/runStore';

/** A plan from what is stored: without names and ids, and without the reasons why people were left out. */
export function planOfKept({ batches, counts }: PlanFile, { count, lines, fates, predicted }: KeptRecords): Plan {
  const texts = new RecordTextsBuilder().finish(count);
  return {
    batches,
    records: { count, lines, fates, texts, refusals: NO_REFUSALS, ...(predicted && { predicted }) },
    warnings: { items: [], more: 0 },
    counts,
  };
}

/** A plan with predictions for its records. */
export function withPredictions(plan: Plan, predicted: Uint8Array | undefined): Plan {
  return predicted === undefined ? plan : { ...plan, records: { ...plan.records, predicted } };
}
