import type { Plan } from '../../core/run/plan';
import type { KeptRecords } from '../../runs/runStore';
import type { PlannedSource } from '../planner';

/**
 * The stored columns of the records of a plan.
 * @param predicted what was predicted for each, if anything was
 */
export function keptRecords(
  { records: { count, lines, fates } }: Plan,
  { ids }: Pick<PlannedSource, 'ids'>,
  predicted?: Uint8Array,
): KeptRecords {
  return { count, lines, fates, ids, ...(predicted && { predicted }) };
}
