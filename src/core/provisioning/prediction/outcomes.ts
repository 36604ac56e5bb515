import type { ChangeOutcome } from '../cycle/change';
import { isMadeDisabled } from './isMadeDisabled';
import type { Prediction } from '../cycle/whatIf';

/** The outcome of a prediction, as shown. */
export type ShownOutcome =
  | ChangeOutcome
  /** The person has left and has no account yet. */
  | 'created-disabled';

export function shownOutcome(prediction: Prediction): ShownOutcome {
  return isMadeDisabled(prediction) ? 'created-disabled' : prediction.outcome;
}

/** All outcomes, undesired ones first. */
export const OUTCOMES: readonly ShownOutcome[] = [
  'failed',
  'held',
  'skipped',
  'out-of-scope',
  'disabled',
  'created-disabled',
  'enabled',
  'created',
  'updated',
  'deferred',
  'unchanged',
];

/** Outcomes that deserve attention before sending. */
export const OUTCOMES_TO_SEE: ReadonlySet<ShownOutcome> = new Set(OUTCOMES.slice(0, 6));

/** The completion of "would be …": "would be created". */
export const OUTCOME_LABELS: Readonly<Record<ShownOutcome, string>> = {
  created: 'created',
  'created-disabled': 'created disabled',
  updated: 'updated',
  enabled: 'enabled',
  disabled: 'disabled',
  unchanged: 'unchanged',
  'out-of-scope': 'out of scope',
  skipped: 'skipped',
  failed: 'refused by the service',
  deferred: 'unchanged until the referenced user exists',
  held: 'held: too many accounts would be disabled',
};

/** The number of predictions for each outcome, the most severe first; outcomes with 0 are left out. */
export function countOutcomes<Outcome extends ShownOutcome>(
  outcomes: Iterable<Outcome>,
): Readonly<Partial<Record<Outcome, number>>> {
  const counts = new Map<ShownOutcome, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const found = OUTCOMES.flatMap((outcome) => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [[outcome, count] as const];
  });
  return Object.fromEntries(found) as Partial<Record<Outcome, number>>;
}

/** The index of an outcome in {@link OUTCOMES}, as a sort key. */
export function gravityOf(outcome: ShownOutcome): number {
  return OUTCOMES.indexOf(outcome);
}
