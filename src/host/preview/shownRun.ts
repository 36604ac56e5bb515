import { summariseAccount } from '../../core/run/describeAccount';
import type { RecordState } from '../../core/run/recordState';
import type { PreviewRun } from '../../preview/protocol';
import type { StoredRun } from '../runs/runStore';

/**
 * A run as the preview shows it.
 * @param isLarge then the states of its records are not told: they would be sent anew with every change
 */
export function shownRun({ phase, status, run }: StoredRun, isLarge: boolean): PreviewRun {
  const { account } = run;
  const states: Record<number, RecordState> = {};
  for (const { record, state } of isLarge ? [] : account.records) states[record] = state;
  return { phase, text: phase === 'ended' ? summariseAccount(account) : status, states };
}
