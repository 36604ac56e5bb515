import type { ModifiedProperty } from '../../logs/logEntry';
import type { Prediction } from '../cycle/whatIf';

/** All attributes that would change, those included that are set at the end of the cycle. */
export function modifiedIn({ change, settled }: Prediction): readonly ModifiedProperty[] {
  return [...change.modifiedProperties, ...(settled?.modifiedProperties ?? [])];
}
