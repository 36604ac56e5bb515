import type { Plan } from '../../core/run/plan';
import type { KeptRecords } from '../../runs/runStore';
import type { PlannedSource } from '../planner';

/**
 * The stored columns of a plan's records.
 *
 * @param predicted a predicted outcome for each record, if there are predictions
 */
export function keptRecords(
  { records: { count, lines, fates } }: Plan,
  { ids }: Pick<PlannedSource, 'ids'>,
  predicted?: Uint8Array,
): KeptRecords {
  return { count, lines, fates, ids, ...(predicted && { predicted }) };
}
