import type { Answer } from '../../logs/answer';
import { decidingAnswer } from '../../logs/decidingAnswer';
import type { Outcome } from '../../logs/outcome';
import type { Prediction } from '../../provisioning/cycle/whatIf';
import type { ShownOutcome } from '../../provisioning/prediction/outcomes';
import { OUTCOME_LABELS, shownOutcome } from '../../provisioning/prediction/outcomes';
import { formatCount } from '../../text/formatCount';

/** By stored number minus one; 0 means no prediction. The order is part of the file format: add new ones at the end. */
const CODES: readonly ShownOutcome[] = [
  'created',
  'created-disabled',
  'updated',
  'enabled',
  'disabled',
  'unchanged',
  'out-of-scope',
  'skipped',
  'failed',
  'deferred',
  'held',
];

/** The prediction for each record of a plan, as one byte per record without personal data. */
export function predictedCodes(
  count: number,
  records: Iterable<{ readonly record: number; readonly prediction: Prediction }>,
): Uint8Array {
  const codes = new Uint8Array(count);
  for (const { record, prediction } of records) codes[record - 1] = CODES.indexOf(shownOutcome(prediction)) + 1;
  return codes;
}

/** The prediction for the record at an index; `undefined` if it has none. */
export function predictedAt(codes: Uint8Array | undefined, index: number): ShownOutcome | undefined {
  return CODES[(codes?.[index] ?? 0) - 1];
}

/** The logged outcome that confirms a prediction. */
const AS_PREDICTED: Readonly<Record<ShownOutcome, Outcome>> = {
  created: 'created',
  'created-disabled': 'created',
  updated: 'updated',
  enabled: 'enabled',
  disabled: 'disabled',
  unchanged: 'unchanged',
  'out-of-scope': 'skipped',
  skipped: 'skipped',
  failed: 'failed',
  deferred: 'unchanged',
  held: 'held',
};

/** Whether the log's answer for a person confirms the prediction. */
export function isAsPredicted(predicted: ShownOutcome, outcome: Outcome): boolean {
  return AS_PREDICTED[predicted] === outcome;
}

/**
 * Counts people whose result differs from the prediction, grouped by both: `2 predicted updated, failed`; most frequent
 * first.
 */
export function otherwiseThanPredicted(
  people: Iterable<{ readonly predicted?: ShownOutcome; readonly answers: readonly Answer[] }>,
): { readonly count: number; readonly groups: readonly string[] } {
  const groups = new Map<string, number>();
  let count = 0;
  for (const { predicted, answers } of people) {
    const outcome = decidingAnswer(answers)?.outcome;
    if (predicted === undefined || outcome === undefined || isAsPredicted(predicted, outcome)) continue;
    count++;
    const words = `predicted ${OUTCOME_LABELS[predicted]}, ${outcome}`;
    groups.set(words, (groups.get(words) ?? 0) + 1);
  }
  const inOrder = [...groups].sort((left, right) => right[1] - left[1]);
  return { count, groups: inOrder.map(([words, number]) => `${formatCount(number)} ${words}`) };
}
