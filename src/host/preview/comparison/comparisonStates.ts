import type { ComparedOther, CompareState } from '../../../preview/comparison/compareState';
import { remarkOf } from '../../../preview/remark';
import type { CompareStatus } from '../../../worker/comparing/protocol';
import { notKnown } from './lastSent';

/** Which side is being read, and its share, 0 to 1. */
export type HowFar = Pick<Extract<CompareStatus, { readonly kind: 'reading' }>, 'side' | 'share'>;

/**
 * The progress on the page.
 * @param own the name of the extract
 */
export function readingState(other: ComparedOther, own: string, { side, share }: HowFar): CompareState {
  if (other.kind === 'baseline') return { kind: 'reading', other, text: `Reading ${own}`, share };
  // The other extract is the first half
  const [name, start] = side === 'other' ? [other.name, 0] : [own, 0.5];
  return { kind: 'reading', other, text: `Reading ${name}`, share: start + share / 2 };
}

/** The reason why there is nothing to show. */
export function unusableState(
  other: ComparedOther,
  own: string,
  status: Extract<CompareStatus, { readonly kind: 'problems' | 'unknown' }>,
): CompareState {
  if (status.kind === 'unknown') {
    const name = other.kind === 'baseline' ? other.connection : other.name;
    const text = notKnown({ name }, status.reason ?? 'this machine keeps no record of it');
    return { kind: 'unusable', other, text, problems: [] };
  }
  const isOther = status.side === 'other' && other.kind === 'extract';
  const text = `${isOther ? other.name : own} cannot be converted:`;
  const encoding = isOther ? status.problems.find((problem) => problem.encoding !== undefined)?.encoding : undefined;
  const problems = status.problems.map(remarkOf);
  return { kind: 'unusable', other, text, problems, ...(encoding !== undefined && { readAs: encoding }) };
}
