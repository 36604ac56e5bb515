import type { Explanation } from '../../../core/logs/explanations';
import type { Said } from '../../messages/say';
import { named, relayed, say, sentences } from '../../messages/say';

/**
 * The question before a run is removed.
 * @param target the name of its connection
 * @param why the reason to check first, if there is one
 */
export function removeDetail(target: string, why: Explanation | undefined): Said {
  return sentences(
    ...(why === undefined ? [] : [relayed(why.cause), relayed(why.remedy)]),
    say`Its plan and its journal are deleted from this machine; it can no longer be resumed or shown. Nothing changes in ${named(target)}.`,
  );
}
