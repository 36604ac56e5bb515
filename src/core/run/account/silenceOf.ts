import type { Explanation } from '../../logs/explanations';
import type { RunAccount } from './runAccount';

/** Why the log does not answer some of a run, as far as that is known: the same is noted of each of these people. */
export function silenceOf({ records, counts }: RunAccount): Explanation | undefined {
  const state = counts['no-entry'] > 0 ? 'no-entry' : 'waiting';
  const [first] = records.inState(state);
  const { cause, remedy } = first ?? {};
  return cause === undefined || remedy === undefined ? undefined : { cause, remedy };
}
