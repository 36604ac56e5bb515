import type { Explanation } from '../../logs/explanations';
import type { RunAccount } from './runAccount';

/** Why the log has no answer for some people of a run, if known. All of them share one note, so the first is enough. */
export function silenceOf({ records, counts }: RunAccount): Explanation | undefined {
  const state = counts['no-entry'] > 0 ? 'no-entry' : 'waiting';
  const [first] = records.inState(state);
  const { cause, remedy } = first ?? {};
  return cause === undefined || remedy === undefined ? undefined : { cause, remedy };
}
