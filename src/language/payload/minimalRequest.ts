import type { EditedPayload } from './editedPayload';
import { partIn } from './editedPayload';

/**
 * A text as small as one operation that gives the same answers at a place as the whole payload, so that questions about
 * a large payload cost no more than about a small one.
 */
export interface MinimalRequest {
  readonly text: string;
  /** The requested place. */
  readonly offset: number;
  /** The place in the payload of a place in `text`. */
  readonly toPayload: (offset: number) => number;
}

/** In place of an operation that does not matter. */
const ANY = '{}';

/**
 * The surroundings of the place: its operation, or the text between two operations, within the request's frame.
 */
export function minimalRequest({ payload, slice }: EditedPayload, offset: number): MinimalRequest {
  const { head, tail, length, parts } = payload;
  const part = partIn(payload, offset);
  if (part !== undefined) return framed(head, part.text, tail, part.start, offset);
  const inside = parts.length > 0 ? ANY : '';
  const tailStart = length - tail.length;
  if (offset < head.length) return framed('', head, inside + tail, 0, offset);
  if (offset > tailStart) return framed(head + inside, tail, '', tailStart, offset);
  const next = parts.findIndex(({ start }) => start > offset);
  const before = next < 0 ? parts.at(-1) : parts[next - 1];
  const start = before === undefined ? head.length : before.start + before.text.length;
  const between = slice(start, parts[next]?.start ?? tailStart);
  return framed(head + (before === undefined ? '' : ANY), between, (next < 0 ? '' : ANY) + tail, start, offset);
}

function framed(before: string, text: string, after: string, start: number, offset: number): MinimalRequest {
  return {
    text: before + text + after,
    offset: before.length + offset - start,
    toPayload: (place) => place - before.length + start,
  };
}
