import { summariseAccount } from '../../core/run/account/describeAccount';
import { plainText } from '../../core/text/plainText';
import type { PreviewPlanning, PreviewRun } from '../../preview/previewState';
import { packStates } from '../../preview/runStates';
import { wordsOfRun } from '../../views/runWords';
import type { Planning } from '../sending/plannings';
import { wordsOfPlanning } from '../sending/plannings';
import type { WindowRun } from '../runs/windowRun';
import { shownTime } from '../shownTime';

/** A run as the preview shows it, and the states of its records. */
export interface PreviewedRun {
  readonly shown: PreviewRun;
  readonly states: Uint8Array;
}

export function previewedRun({ active, status, run }: WindowRun): PreviewedRun {
  const { account } = run;
  const { records } = account;
  const phase = active === undefined ? 'ended' : status.phase === 'sending' ? 'sending' : 'following';
  const { words } = wordsOfRun(status, { kind: 'here' }, (at) => shownTime(at));
  const text = active === undefined ? summariseAccount(account) : words;
  const { requests, accepted } = status;
  const share = phase === 'sending' && requests > 0 ? { share: accepted / requests } : {};
  return { shown: { phase, text: plainText(text, 400), ...share }, states: packStates(records.outcomes()) };
}

/** A plan in preparation, as the preview shows it. */
export function previewedPlanning(planning: Planning): PreviewPlanning {
  const { share } = planning;
  return { text: `Planning: ${wordsOfPlanning(planning)}`, ...(share !== undefined && { share }) };
}
