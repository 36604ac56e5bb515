import type { Answer } from '../../logs/answer';
import { decidingAnswer } from '../../logs/decidingAnswer';
import type { Outcome } from '../../logs/outcome';
import type { Prediction } from '../../provisioning/cycle/whatIf';
import type { ShownOutcome } from '../../provisioning/prediction/outcomes';
import { OUTCOME_LABELS, shownOutcome } from '../../provisioning/prediction/outcomes';
import { formatCount } from '../../text/formatCount';

/** By their stored number minus one; 0 is none. The order is part of the file format: add new ones at the end. */
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

/** The prediction for each record of a plan, as a number by index, without personal data. */
export function predictedCodes(
  count: number,
  records: Iterable<{ readonly record: number; readonly prediction: Prediction }>,
): Uint8Array {
  const codes = new Uint8Array(count);
  for (const { record, prediction } of records) codes[record - 1] = CODES.indexOf(shownOutcome(prediction)) + 1;
  return codes;
}

/** The prediction for the record at an index; `undefined` if there is none. */
export function predictedAt(codes: Uint8Array | undefined, index: number): ShownOutcome | undefined {
  return CODES[(codes?.[index] ?? 0) - 1];
}

/** What an entry says if a prediction is right. */
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

/** Whether the log's answer for somebody matches the prediction. */
export function isAsPredicted(predicted: ShownOutcome, outcome: Outcome): boolean {
  return AS_PREDICTED[predicted] === outcome;
}

/**
 * People whose result differs from the prediction, by both: `2 predicted updated, failed`; the most frequent first.
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
