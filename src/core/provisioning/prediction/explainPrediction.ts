import { explainCode } from '../../logs/explain';
import type { Explanation } from '../../logs/explanations';
import { REDUNDANT_EXPORT } from '../../logs/outcome';
import { isMadeDisabled } from './isMadeDisabled';
import type { Prediction } from '../cycle/whatIf';

const MADE_FOR_LEAVER: Explanation = {
  cause: 'This person has left and has no account. One would be made, disabled.',
  remedy: 'If nobody who has left needs a new account, send the plan without these people.',
};

/** Explains an undesired prediction and what to do, in plain words. A prediction of no change needs no explanation. */
export function explainPrediction(prediction: Prediction): Explanation | undefined {
  const { refusal } = prediction.change;
  if (isMadeDisabled(prediction)) return MADE_FOR_LEAVER;
  if (refusal === undefined || refusal.code === REDUNDANT_EXPORT) return undefined;
  return (
    refusal.explanation ?? explainCode(refusal.code) ?? { cause: refusal.reason, remedy: refusal.recommendedAction }
  );
}
