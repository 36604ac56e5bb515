import { summariseAccount } from '../../core/run/describeAccount';
import type { PreviewRun } from '../../preview/previewState';
import { packStates } from '../../preview/runStates';
import type { StoredRun } from '../runs/runStore';

/** A run as the preview shows it, and the states of its records. */
export interface PreviewedRun {
  readonly shown: PreviewRun;
  readonly states: Uint8Array;
}

export function previewedRun({ phase, status, run }: StoredRun): PreviewedRun {
  const { account } = run;
  const { records } = account;
  return {
    shown: { phase, text: phase === 'ended' ? summariseAccount(account) : status },
    states: packStates(records.states()),
  };
}
