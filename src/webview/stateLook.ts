import { stateOfOutcome, wordsOfOutcome } from '../core/run/account/outcomeKey';
import type { StateTone } from '../core/run/stateLook';
import { STATE_ICONS, toneOf } from '../core/run/stateLook';
import type { ShownState } from '../preview/previewState';

export interface StateLook {
  readonly word: string;
  readonly tone: StateTone;
  /** The name of an icon, as in the trees. */
  readonly icon: string;
}

/**
 * The label, the tone and the icon of a state; the label alone says everything that the others do.
 * @param isStopped an error keeps the whole extract from being sent, so that nothing is "to send"
 */
export function lookOfState(state: ShownState, isStopped: boolean): StateLook {
  if (state === 'operation')
    return isStopped
      ? { word: 'not sent', tone: 'quiet', icon: STATE_ICONS['not-sent'] }
      : { word: 'to send', tone: 'quiet', icon: 'arrow-right' };
  const own = stateOfOutcome(state);
  return { word: SHORT_LABELS[state] ?? wordsOfOutcome(state), tone: toneOf(own), icon: STATE_ICONS[own] };
}

const SHORT_LABELS: Partial<Record<ShownState, string>> = {
  waiting: 'accepted',
  unknown: 'unknown',
  'given-up': 'given up',
  'no-entry': 'no entry',
  rejected: 'rejected',
  held: 'held',
  excluded: 'excluded',
  'left-unchanged': 'unchanged, not sent',
};
