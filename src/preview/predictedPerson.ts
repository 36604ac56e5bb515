import { explainPrediction } from '../core/provisioning/prediction/explainPrediction';
import { modifiedIn } from '../core/provisioning/prediction/modifiedIn';
import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import { shownOutcome } from '../core/provisioning/prediction/outcomes';
import type { Prediction } from '../core/provisioning/cycle/whatIf';
import type { StateTone } from '../core/run/stateLook';
import { counted } from '../core/text/counted';
import type { PredictedPerson } from './previewState';

/** A prediction in the form that the preview shows. */
export function predictedPerson(prediction: Prediction): PredictedPerson {
  const changes = modifiedIn(prediction).map(({ name, oldValue, newValue }) => ({
    attribute: name,
    now: oldValue ?? '',
    then: newValue ?? '',
  }));
  const outcome = shownOutcome(prediction);
  const { title, tone, isWritten = false } = LOOKS[outcome];
  const { cause = '', remedy = '' } = explainPrediction(prediction) ?? {};
  return {
    title: isWritten && changes.length > 0 ? `${title} (${counted(changes.length, 'attribute')})` : title,
    tone,
    isWritten,
    why: [cause, remedy].filter((text) => text !== '').join(' '),
    changes,
  };
}

/** A placeholder for a prediction that is not possible, with the reason. */
export function unpredictedPerson(why: string): PredictedPerson {
  return { title: 'Cannot be predicted', tone: 'quiet', isWritten: false, why, changes: [] };
}

const LOOKS: Readonly<Record<ShownOutcome, OutcomeLook>> = {
  created: { title: 'Would be created', tone: 'good', isWritten: true },
  'created-disabled': { title: 'Would be created disabled', tone: 'doubt', isWritten: true },
  updated: { title: 'Would be updated', tone: 'good', isWritten: true },
  enabled: { title: 'Would be enabled', tone: 'good', isWritten: true },
  disabled: { title: 'Would be disabled', tone: 'doubt', isWritten: true },
  unchanged: { title: 'No change expected', tone: 'quiet', isWritten: true },
  'out-of-scope': { title: 'Out of scope of the job', tone: 'doubt' },
  skipped: { title: 'Would be skipped', tone: 'doubt' },
  failed: { title: 'Would be refused by Entra', tone: 'bad' },
  deferred: { title: 'No change until the referenced person exists', tone: 'doubt' },
  held: { title: 'Would be held: too many accounts would be disabled', tone: 'doubt' },
};

interface OutcomeLook {
  readonly title: string;
  readonly tone: StateTone;
  readonly isWritten?: true;
}
