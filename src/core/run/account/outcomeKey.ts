import type { RecordState } from '../recordState';
import { EXCLUDED_LABELS, RECORD_STATES, STATE_LABELS } from '../recordState';

/**
 * The group of a person in a run: their state, except that excluded people whom the plan leaves out have groups of
 * their own.
 */
export type OutcomeKey = RecordState | 'left-unselected' | 'left-unchanged';

/** All groups, in the order in which states are listed. */
export const OUTCOME_KEYS: readonly OutcomeKey[] = [...RECORD_STATES, 'left-unselected', 'left-unchanged'];

/** The label of a group after its count, in every summary of a run. */
export function wordsOfOutcome(key: OutcomeKey): string {
  switch (key) {
    case 'left-unselected':
      return EXCLUDED_LABELS.unselected;
    case 'left-unchanged':
      return EXCLUDED_LABELS.unchanged;
    case 'excluded':
      return EXCLUDED_LABELS.excluded;
    default:
      return STATE_LABELS[key];
  }
}

/** The state of the people in a group. */
export function stateOfOutcome(key: OutcomeKey): RecordState {
  return key === 'left-unselected' || key === 'left-unchanged' ? 'excluded' : key;
}
