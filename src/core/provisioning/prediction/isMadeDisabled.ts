import { modifiedIn } from './modifiedIn';
import type { Prediction } from '../cycle/whatIf';

/** Whether the prediction is a new account that is disabled from the start, for a person who has left. */
export function isMadeDisabled(prediction: Prediction): boolean {
  if (prediction.outcome !== 'created') return false;
  return modifiedIn(prediction).some(({ name, newValue }) => {
    const text = newValue?.toLowerCase();
    return (name === 'accountEnabled' && text === 'false') || (name === 'accountDisabled' && text === 'true');
  });
}
