import type { Answer } from '../../logs/answer';
import { STATE_LABELS } from '../recordState';

/** What succeeded besides a setback, in a few words: `created; manager updated`. Empty if nothing did. */
export function alsoWords(also: readonly Pick<Answer, 'outcome' | 'isReference'>[] = []): string {
  return also
    .map(({ outcome, isReference }) =>
      isReference === true ? `manager ${STATE_LABELS[outcome]}` : STATE_LABELS[outcome],
    )
    .join('; ');
}
