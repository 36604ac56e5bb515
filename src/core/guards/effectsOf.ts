import type { CountedRecords, RecordRef } from '../baseline/survey';
import { modifiedIn } from '../provisioning/prediction/modifiedIn';
import { isMadeDisabled } from '../provisioning/prediction/isMadeDisabled';
import type { ChangeStep } from '../provisioning/cycle/change';
import type { Prediction } from '../provisioning/cycle/whatIf';
import type { PredictedRecord } from '../run/prediction/predictPlan';
import type { PredictedEffects } from './guardFacts';

/** Counts predictions for the guards. */
export function effectsOf(
  records: readonly PredictedRecord[],
  { hidden, ...accounts }: Pick<PredictedEffects, 'accounts'> & { readonly hidden?: readonly PredictedRecord[] } = {},
): PredictedEffects {
  const count = (is: (prediction: Prediction) => boolean): CountedRecords =>
    counted(records.filter(({ prediction }) => is(prediction)));
  return {
    ...accounts,
    created: count(({ outcome }) => outcome === 'created'),
    disabled: count(({ outcome }) => outcome === 'disabled' || outcome === 'held'),
    failed: count(({ outcome }) => outcome === 'failed'),
    otherPeople: count(isOtherPerson),
    renamed: count(isRenamed),
    madeForLeavers: count(isMadeDisabled),
    ...(hidden === undefined ? {} : { hiddenEnabled: counted(stillEnabled(hidden, records)) }),
  };
}

/**
 * Hidden people whose account would be disabled if they were sent as inactive. People who are sent anyway are not
 * hidden.
 */
function stillEnabled(
  hidden: readonly PredictedRecord[],
  sent: readonly PredictedRecord[],
): readonly PredictedRecord[] {
  const seen = new Set(sent.map(({ prediction }) => prediction.externalId));
  return hidden.filter(({ prediction }) => {
    const { externalId, outcome, change } = prediction;
    if (seen.has(externalId)) return false;
    if (externalId !== '') seen.add(externalId);
    if (outcome === 'disabled' || outcome === 'held') return true;
    // Ignore an account that the job could not find or did not get as far as disabling
    return outcome === 'failed' && (change.targetId !== '' || !change.steps.some(isSearched));
  });
}

function isSearched({ type, status }: ChangeStep): boolean {
  return type === 'matching' && status === 'success';
}

/** Maximum number of records that are listed. */
const MAX_NAMED = 10;

function counted(records: readonly RecordRef[]): CountedRecords {
  return { count: records.length, first: records.slice(0, MAX_NAMED).map(({ record, line }) => ({ record, line })) };
}

/**
 * Whether an account would get both another name and another sign-in name. A person who marries or moves keeps one of
 * them.
 */
function isOtherPerson(prediction: Prediction): boolean {
  if (prediction.outcome === 'created' || prediction.outcome === 'failed') return false;
  const replaced = modifiedIn(prediction).filter(({ oldValue, newValue }) => isText(oldValue) && isText(newValue));
  const names = new Set(replaced.map(({ name }) => name));
  return names.has('displayName') && names.has('userPrincipalName');
}

/** Whether an account would get another sign-in name; people without an account have none to lose. */
function isRenamed(prediction: Prediction): boolean {
  if (prediction.outcome === 'created' || prediction.outcome === 'failed') return false;
  return modifiedIn(prediction).some(({ name, oldValue }) => name === 'userPrincipalName' && isText(oldValue));
}

function isText(value: string | null): boolean {
  return value !== null && value !== '';
}
