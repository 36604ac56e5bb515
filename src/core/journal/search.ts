import type { BatchProgress } from './batchProgress';
import type { RunState } from './runState';

/** Batches that go out as one request: the numbers of the first and the last. */
export interface Group {
  readonly first: number;
  readonly last: number;
}

/** What a search knows of its batches of one operation each. */
export interface SearchedState extends Pick<RunState, 'batches' | 'isRefused'> {
  /** Whether nothing more is sent of a batch. */
  readonly isOver: (batch: BatchProgress) => boolean;
}

/**
 * What a search sends next; `undefined` once everything is decided. All of its batches together were refused, so it sends halves, and
 * halves of each that is refused, too, until one operation alone is refused. Once the first half is accepted, the fault is in the second
 * one: that is not sent before it is halved. It follows from the journal alone, so that a search that was stopped goes on where it was.
 */
export function nextGroup(state: SearchedState): Group | undefined {
  const { batches } = state;
  return nextWithin(state, batches, { first: 1, last: batches.length }, true);
}

/** @param isAtFault whether these batches together were refused, or would be */
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
  const isLeftWell = batches.slice(first - 1, left.last).every(({ state: word }) => word === 'accepted');
  return (
    nextWithin(state, batches, left, state.isRefused(left.first, left.last)) ??
    nextWithin(state, batches, right, state.isRefused(right.first, right.last) || (isAtFault && isLeftWell))
  );
}

/** The first half is the smaller one: of it both halves of a search may have to be sent. */
function halvesOf({ first, last }: Group): readonly [Group, Group] {
  const middle = first + Math.floor((last - first + 1) / 2) - 1;
  return [
    { first, last: middle },
    { first: middle + 1, last },
  ];
}

/** How many requests a search of so many operations takes at the most: where one of them is at fault, and where all are. */
export function searchRequests(operations: number): { readonly one: number; readonly all: number } {
  return { one: mostForOne(operations), all: Math.max(0, 2 * operations - 2) };
}

/** Its half is refused and the other one accepted; or the first is accepted, which says enough of the second. */
function mostForOne(operations: number): number {
  if (operations < 2) return 0;
  const smaller = Math.floor(operations / 2);
  const larger = operations - smaller;
  return Math.max(2 + mostForOne(smaller), 1 + Math.max(1, mostForOne(larger)));
}
