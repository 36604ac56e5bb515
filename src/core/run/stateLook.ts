import type { RecordState } from './recordState';

/** The tone of a state: good, bad, needs attention, or neutral. */
export type StateTone = 'good' | 'bad' | 'doubt' | 'quiet';

/** The product icon of each state, in every tree and in the preview. */
export const STATE_ICONS: Readonly<Record<RecordState, string>> = {
  failed: 'error',
  refused: 'circle-slash',
  rejected: 'error',
  unknown: 'question',
  'given-up': 'question',
  'not-sent': 'circle-slash',
  cancelled: 'circle-slash',
  held: 'debug-pause',
  skipped: 'debug-step-over',
  'no-entry': 'question',
  waiting: 'clock',
  sending: 'sync',
  planned: 'circle-outline',
  created: 'add',
  enabled: 'unlock',
  updated: 'edit',
  disabled: 'lock',
  deleted: 'trash',
  unchanged: 'check',
  other: 'check',
  excluded: 'dash',
};

export function toneOf(state: RecordState): StateTone {
  switch (state) {
    case 'failed':
    case 'rejected':
      return 'bad';
    case 'refused':
    case 'unknown':
    case 'given-up':
    case 'not-sent':
    case 'cancelled':
    case 'held':
    case 'skipped':
    case 'no-entry':
      return 'doubt';
    case 'created':
    case 'enabled':
    case 'updated':
    case 'disabled':
    case 'deleted':
      return 'good';
    case 'waiting':
    case 'sending':
    case 'planned':
    case 'unchanged':
    case 'other':
    case 'excluded':
      return 'quiet';
  }
}
