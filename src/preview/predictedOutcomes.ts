import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import { OUTCOMES } from '../core/provisioning/prediction/outcomes';

const CODES = new Map(OUTCOMES.map((outcome, index) => [outcome, index + 1]));

/** Packs predictions for the people of records into one byte each, by record number; 0 means no prediction. */
export function packOutcomes(
  records: number,
  predicted: Iterable<{ readonly record: number; readonly outcome: ShownOutcome }>,
): Uint8Array<ArrayBuffer> {
  const outcomes = new Uint8Array(records);
  for (const { record, outcome } of predicted) outcomes[record - 1] = CODES.get(outcome) ?? 0;
  return outcomes;
}

/** The outcome of a byte; `undefined` if there is no prediction. */
export function outcomeOfCode(code: number): ShownOutcome | undefined {
  return OUTCOMES[code - 1];
}

/** The number of people for each outcome, starting with the undesired outcomes. */
export function countPacked(outcomes: Uint8Array): readonly (readonly [outcome: ShownOutcome, count: number])[] {
  const tally = new Uint32Array(OUTCOMES.length + 1);
  for (const code of outcomes) tally[code] = (tally[code] ?? 0) + 1;
  return OUTCOMES.flatMap((outcome, index) => {
    const count = tally[index + 1] ?? 0;
    return count === 0 ? [] : [[outcome, count] as const];
  });
}
