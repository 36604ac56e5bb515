import type { ModifiedProperty } from '../../logs/logEntry';
import type { Prediction } from '../cycle/whatIf';

/** All attributes that would change, including those that are set at the end of the cycle. */
export function modifiedIn({ change, settled }: Prediction): readonly ModifiedProperty[] {
  return [...change.modifiedProperties, ...(settled?.modifiedProperties ?? [])];
}
