import { modifiedIn } from './modifiedIn';
import type { Prediction } from '../cycle/whatIf';

/** Whether an account would be made for somebody who has left: it would be disabled from the beginning. */
export function isMadeDisabled(prediction: Prediction): boolean {
  if (prediction.outcome !== 'created') return false;
  return modifiedIn(prediction).some(({ name, newValue }) => {
    const text = newValue?.toLowerCase();
    return (name === 'accountEnabled' && text === 'false') || (name === 'accountDisabled' && text === 'true');
  });
}
