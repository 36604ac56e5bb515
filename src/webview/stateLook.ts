import { STATE_LABELS } from '../core/run/recordState';
import type { ShownState } from '../preview/previewState';

export type Tone = 'good' | 'bad' | 'doubt' | 'quiet';

/**
 * The word and the tone of a state; the word alone says everything that the colour does.
 * @param isStopped an error keeps everything from being sent, so that nothing is "to send"
 */
export function lookOfState(state: ShownState, isStopped: boolean): { readonly word: string; readonly tone: Tone } {
  if (state === 'operation') return { word: isStopped ? 'not sent' : 'to send', tone: 'quiet' };
  return { word: SHORT_WORDS[state] ?? STATE_LABELS[state], tone: TONES[state] ?? 'quiet' };
}

const SHORT_WORDS: Partial<Record<ShownState, string>> = {
  refused: 'refused',
  waiting: 'accepted',
  unknown: 'unknown',
  'given-up': 'given up',
  'no-entry': 'no entry',
  rejected: 'rejected',
  held: 'held',
  skipped: 'skipped',
};

const TONES: Partial<Record<ShownState, Tone>> = {
  failed: 'bad',
  rejected: 'bad',
  refused: 'doubt',
  unknown: 'doubt',
  'given-up': 'doubt',
  'not-sent': 'doubt',
  cancelled: 'doubt',
  'no-entry': 'doubt',
  held: 'doubt',
  skipped: 'doubt',
  created: 'good',
  enabled: 'good',
  updated: 'good',
  disabled: 'good',
  deleted: 'good',
};
