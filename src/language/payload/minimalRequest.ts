import type { EditedPayload } from './editedPayload';
import { partIn } from './editedPayload';

/**
 * A text with about one operation that gives the same answers at a place as the whole payload. A question about a large
 * payload then costs no more than one about a small payload.
 */
export interface MinimalRequest {
  readonly text: string;
  /** The place in `text`. */
  readonly offset: number;
  /** Converts a place in `text` to a place in the payload. */
  readonly toPayload: (offset: number) => number;
}

/** Replaces an operation that does not matter. */
const ANY = '{}';

/** The surroundings of a place: its operation, or the text between two operations, inside the frame of the request. */
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
