import type { OutcomeKey } from './outcomeKey';
import type { LeftOut, RunAccount } from './runAccount';

/** The number of people of a run with the same outcome. */
export interface OutcomeGroup {
  readonly key: OutcomeKey;
  readonly count: number;
}

/** The reading order below a run: failed, unknown, done, left out. */
const OUTCOMES: readonly OutcomeKey[] = [
  'failed',
  'rejected',
  'held',
  'unknown',
  'given-up',
  'no-entry',
  'not-sent',
  'cancelled',
  'waiting',
  'sending',
  'planned',
  'disabled',
  'deleted',
  'created',
  'enabled',
  'updated',
  'other',
  'unchanged',
  'refused',
  'skipped',
  'excluded',
  'left-unselected',
  'left-unchanged',
];

/** The non-empty groups. Their counts add up to the records of the run. */
export function outcomeGroups(
  counts: RunAccount['counts'],
  { unchanged = 0, unselected = 0 }: Partial<LeftOut> = {},
): readonly OutcomeGroup[] {
  const countOf = (key: OutcomeKey): number => {
    if (key === 'left-unselected') return unselected;
    if (key === 'left-unchanged') return unchanged;
    return key === 'excluded' ? counts.excluded - unselected - unchanged : counts[key];
  };
  return inOrder(countOf);
}

/** The non-empty groups, in reading order. */
export function inOrder(countOf: (key: OutcomeKey) => number): readonly OutcomeGroup[] {
  return OUTCOMES.map((key) => ({ key, count: countOf(key) })).filter(({ count }) => count > 0);
}
