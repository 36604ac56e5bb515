import type { BatchProgress } from './batchProgress';
import type { RunState } from './runState';

/** Batches that are sent as one request: the numbers of the first and the last. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

/** What a search knows about its batches of one operation each. */
export interface SearchedState extends Pick<RunState, 'batches' | 'isRefused'> {
  /** Whether a batch is not sent any more. */
  readonly isOver: (batch: BatchProgress) => boolean;
}

/**
 * The batches that a search sends next; `undefined` once everything is decided. All batches together were refused, so
 * the search sends halves, and halves of each half that is refused as well, until a single operation is refused. Once
 * the first half is accepted, the fault must be in the second, which is halved before it is sent. Everything follows
 * from the journal, so a search that was stopped continues where it was.
 */
export function nextGroup(state: SearchedState): Group | undefined {
  const { batches } = state;
  return nextWithin(state, batches, { first: 1, last: batches.length }, true);
}

/** @param isAtFault whether these batches were refused together, or would be */
function nextWithin(
  state: SearchedState,
  batches: readonly BatchProgress[],
  group: Group,
  isAtFault: boolean,
): Group | undefined {
  const { first, last } = group;
  const own = batches.slice(first - 1, last);
  const open = own.filter((batch) => !state.isOver(batch)).length;
  if (open === 0) return undefined;
  if (first === last || (open === own.length && !isAtFault)) return group;
  const [left, right] = halvesOf(group);
  const isLeftAccepted = batches.slice(first - 1, left.last).every(({ state: word }) => word === 'accepted');
  return (
    nextWithin(state, batches, left, state.isRefused(left.first, left.last)) ??
    nextWithin(state, batches, right, state.isRefused(right.first, right.last) || (isAtFault && isLeftAccepted))
  );
}

/** The first half is the smaller one, because both of its halves may have to be sent. */
function halvesOf({ first, last }: Group): readonly [Group, Group] {
  const middle = first + Math.floor((last - first + 1) / 2) - 1;
  return [
    { first, last: middle },
    { first: middle + 1, last },
  ];
}

/** The maximum number of requests for a search of this many operations: if one of them is at fault, and if all are. */
export function searchRequests(operations: number): { readonly one: number; readonly all: number } {
  return { one: maxForOne(operations), all: Math.max(0, 2 * operations - 2) };
}

/**
 * Either the smaller half is refused and the larger one accepted, or the smaller is accepted, which shows that the
 * larger is at fault.
 */
function maxForOne(operations: number): number {
  if (operations < 2) return 0;
  const smaller = Math.floor(operations / 2);
  const larger = operations - smaller;
  return Math.max(2 + maxForOne(smaller), 1 + Math.max(1, maxForOne(larger)));
}
