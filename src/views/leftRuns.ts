import type { RunAccount } from '../core/run/account/runAccount';
import type { RecordState } from '../core/run/recordState';
import type { ShownRun } from './runElement';

/** Unfinished runs that no process is continuing. */
export interface LeftRuns {
  /** Runs with requests left to send. */
  readonly unsent: readonly ShownRun[];
  /** Runs whose log was not read to the end. */
  readonly unread: readonly ShownRun[];
  /** The people of these runs: accepted, with an unknown outcome, not sent. */
  readonly accepted: number;
  readonly unknown: number;
  readonly notSent: number;
}

/**
 * The runs that were left unfinished when the editor was closed. Runs against a sandbox are ignored, because the
 * sandbox ends with its window.
 */
export function leftRuns(runs: readonly ShownRun[]): LeftRuns {
  const real = runs.filter(({ isReal }) => isReal);
  const unsent = real.filter(({ can }) => can.includes('resume'));
  const unread = real.filter(({ can, isAwaiting }) => isAwaiting && can.includes('verify'));
  const all = [...unsent, ...unread];
  const sum = (states: readonly RecordState[]) => all.reduce((total, { counts }) => total + sumOf(counts, states), 0);
  const everybody = all.reduce(
    (total, { counts }) => total + sumOf(counts, Object.keys(counts ?? {}) as RecordState[]),
    0,
  );
  const unknown = sum(UNKNOWN);
  const notSent = sum(NOT_SENT);
  return { unsent, unread, unknown, notSent, accepted: everybody - unknown - notSent - sum(NEVER_SENT) };
}

const UNKNOWN: readonly RecordState[] = ['unknown', 'sending', 'given-up'];
const NOT_SENT: readonly RecordState[] = ['planned', 'not-sent'];
const NEVER_SENT: readonly RecordState[] = ['refused', 'excluded', 'rejected', 'cancelled'];

function sumOf(counts: RunAccount['counts'] | undefined, states: readonly RecordState[]): number {
  return states.reduce((sum, state) => sum + (counts?.[state] ?? 0), 0);
}
