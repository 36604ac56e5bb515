import { STATE_WORDS } from '../core/run/recordState';
import type { ShownState } from '../preview/previewState';

export type Tone = 'good' | 'bad' | 'doubt' | 'quiet';

/** The word and the tone of a state; the word alone says everything that the colour does. */
export function lookOfState(state: ShownState): { readonly word: string; readonly tone: Tone } {
  if (state === 'operation') return { word: 'to send', tone: 'quiet' };
  return { word: SHORT_WORDS[state] ?? STATE_WORDS[state], tone: TONES[state] ?? 'quiet' };
}

const SHORT_WORDS: Partial<Record<ShownState, string>> = {
  refused: 'refused',
  excluded: 'excluded',
  waiting: 'accepted',
  unknown: 'unknown',
  rejected: 'rejected',
  held: 'held back',
  skipped: 'skipped',
};

const TONES: Partial<Record<ShownState, Tone>> = {
  failed: 'bad',
  rejected: 'bad',
  refused: 'doubt',
  unknown: 'doubt',
  'not-sent': 'doubt',
  held: 'doubt',
  skipped: 'doubt',
  created: 'good',
  enabled: 'good',
  updated: 'good',
  disabled: 'good',
  deleted: 'good',
};
