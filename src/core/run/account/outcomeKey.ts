import type { RecordState } from '../recordState';
import { EXCLUDED_WORDS, STATE_WORDS } from '../recordState';

/** What people of a run are grouped by: their state; of the excluded, those whom the plan leaves out are apart. */
export type OutcomeKey = RecordState | 'left-unselected' | 'left-unchanged';

/** What a group is called after its count: the words of every summary of a run. */
export function wordsOfOutcome(key: OutcomeKey): string {
  switch (key) {
    case 'left-unselected':
      return EXCLUDED_WORDS.unselected;
    case 'left-unchanged':
      return EXCLUDED_WORDS.unchanged;
    case 'excluded':
      return EXCLUDED_WORDS.excluded;
    default:
      return STATE_WORDS[key];
  }
}

/** The state that those of a group are in. */
export function stateOfOutcome(key: OutcomeKey): RecordState {
  return key === 'left-unselected' || key === 'left-unchanged' ? 'excluded' : key;
}
