import type { ChangeOutcome } from './change';

/** Those first who would not get what they should. */
export const OUTCOMES: readonly ChangeOutcome[] = [
  'failed',
  'held',
  'skipped',
  'out-of-scope',
  'disabled',
  'enabled',
  'created',
  'updated',
  'deferred',
  'unchanged',
];

/** Whom somebody should look at before sending. */
export const OUTCOMES_TO_SEE: ReadonlySet<ChangeOutcome> = new Set(OUTCOMES.slice(0, 5));

/** What somebody would be: "would be created". */
export const OUTCOME_WORDS: Readonly<Record<ChangeOutcome, string>> = {
  created: 'created',
  updated: 'updated',
  enabled: 'enabled',
  disabled: 'disabled',
  unchanged: 'left as it is',
  'out-of-scope': 'out of scope',
  skipped: 'skipped',
  failed: 'refused by the service',
  deferred: 'left as it is, until somebody it refers to is there',
  held: 'held back as one of too many that would be disabled',
};

/** How many there are of each, the gravest first; none with 0. */
export function countOutcomes(
  told: Iterable<{ readonly outcome: ChangeOutcome }>,
): Readonly<Partial<Record<ChangeOutcome, number>>> {
  const counts = new Map<ChangeOutcome, number>();
  for (const { outcome } of told) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const found = OUTCOMES.flatMap((outcome) => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [[outcome, count] as const];
  });
  return Object.fromEntries(found);
}

/** The places of outcomes in {@link OUTCOMES}, to sort by. */
export function gravityOf(outcome: ChangeOutcome): number {
  return OUTCOMES.indexOf(outcome);
}
