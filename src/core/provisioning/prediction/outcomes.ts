import type { ChangeOutcome } from '../cycle/change';
import { isMadeDisabled } from './isMadeDisabled';
import type { Prediction } from '../cycle/whatIf';

/** Predictions, as they are shown. */
export type ShownOutcome =
  | ChangeOutcome
  /** Somebody who has left, and has no account yet. */
  | 'created-disabled';

export function shownOutcome(prediction: Prediction): ShownOutcome {
  return isMadeDisabled(prediction) ? 'created-disabled' : prediction.outcome;
}

/** Those first who would not get what they should. */
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

/** Whom somebody should look at before sending. */
export const OUTCOMES_TO_SEE: ReadonlySet<ShownOutcome> = new Set(OUTCOMES.slice(0, 6));

/** What somebody would be: "would be created". */
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

/** How many there are of each, the gravest first; none with 0. */
export function countOutcomes<Outcome extends ShownOutcome>(
  told: Iterable<Outcome>,
): Readonly<Partial<Record<Outcome, number>>> {
  const counts = new Map<ShownOutcome, number>();
  for (const outcome of told) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const found = OUTCOMES.flatMap((outcome) => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [[outcome, count] as const];
  });
  return Object.fromEntries(found) as Partial<Record<Outcome, number>>;
}

/** The places of outcomes in {@link OUTCOMES}, to sort by. */
export function gravityOf(outcome: ShownOutcome): number {
  return OUTCOMES.indexOf(outcome);
}
