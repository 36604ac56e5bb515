import { explainPrediction } from '../core/provisioning/prediction/explainPrediction';
import { modifiedIn } from '../core/provisioning/prediction/modifiedIn';
import { OUTCOME_WORDS, shownOutcome } from '../core/provisioning/prediction/outcomes';
import type { Prediction } from '../core/provisioning/cycle/whatIf';
import type { PredictedPerson } from './previewState';

/** A prediction as the preview shows it. */
export function predictedPerson(prediction: Prediction): PredictedPerson {
  const changes = modifiedIn(prediction).map(({ name, oldValue, newValue }) => ({
    attribute: name,
    now: oldValue ?? '',
    then: newValue ?? '',
  }));
  const words = OUTCOME_WORDS[shownOutcome(prediction)];
  const { cause = '', remedy = '' } = explainPrediction(prediction) ?? {};
  return {
    words: changes.length === 0 ? words : `${words} (${changes.length} attribute${changes.length === 1 ? '' : 's'})`,
    why: [cause, remedy].filter((text) => text !== '').join(' '),
    changes,
  };
}
