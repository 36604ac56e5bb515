import type { Answer } from '../../logs/answer';
import { decidingAnswer } from '../../logs/decidingAnswer';
import type { Outcome } from '../../logs/outcome';
import type { Prediction } from '../../provisioning/cycle/whatIf';
import type { ShownOutcome } from '../../provisioning/prediction/outcomes';
import { OUTCOME_LABELS, shownOutcome } from '../../provisioning/prediction/outcomes';
import { formatCount } from '../../text/formatCount';

/** By the number that is kept of them, less one; 0 is none. The order is that of files on the disk: new ones go to the end. */
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

/** What was predicted of each record of a plan, as a number by its index: nothing of the person. */
export function predictedCodes(
  count: number,
  records: Iterable<{ readonly record: number; readonly prediction: Prediction }>,
): Uint8Array {
  const codes = new Uint8Array(count);
  for (const { record, prediction } of records) codes[record - 1] = CODES.indexOf(shownOutcome(prediction)) + 1;
  return codes;
}

/** What was predicted of the record at an index; `undefined` where nothing was. */
export function predictedAt(codes: Uint8Array | undefined, index: number): ShownOutcome | undefined {
  return CODES[(codes?.[index] ?? 0) - 1];
}

/** What an entry says where a prediction comes true. */
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

/** Whether what the log says of somebody is what was predicted. */
export function isAsPredicted(predicted: ShownOutcome, outcome: Outcome): boolean {
  return AS_PREDICTED[predicted] === outcome;
}

/** People of whom something else became than was predicted, by both: `2 predicted updated, failed`; the most first. */
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
