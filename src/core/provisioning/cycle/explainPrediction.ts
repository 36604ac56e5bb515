import { explainCode } from '../../logs/explain';
import type { Explanation } from '../../logs/explanations';
import type { ModifiedProperty } from '../../logs/logEntry';
import { REDUNDANT_EXPORT } from '../../logs/outcome';
import type { Prediction } from './whatIf';

/** Why somebody would not get what they should, and what to do, in plain words. That nothing has to change needs no explanation. */
export function explainPrediction({ change: { refusal } }: Prediction): Explanation | undefined {
  if (refusal === undefined || refusal.code === REDUNDANT_EXPORT) return undefined;
  return (
    refusal.explanation ?? explainCode(refusal.code) ?? { cause: refusal.reason, remedy: refusal.recommendedAction }
  );
}

/** All attributes that would change, those included that are set at the end of the cycle. */
export function modifiedIn({ change, settled }: Prediction): readonly ModifiedProperty[] {
  return [...change.modifiedProperties, ...(settled?.modifiedProperties ?? [])];
}
