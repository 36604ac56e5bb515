import type { RunAccount } from '../core/run/account/runAccount';
import type { RecordState } from '../core/run/recordState';
import type { ShownRun } from './runElement';

/** Runs that nobody goes on with although they are not over. */
export interface LeftRuns {
  /** Something of it is left to send. */
  readonly unsent: readonly ShownRun[];
  /** Whose log was not read to its end. */
  readonly unread: readonly ShownRun[];
  /** Their people: accepted, with an unknown outcome, not sent. */
  readonly accepted: number;
  readonly unknown: number;
  readonly notSent: number;
}

/** What was left when the editor was closed. A sandbox has gone with its window, so that its runs are of no interest. */
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
