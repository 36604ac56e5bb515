import type { EditedPayload } from './editedPayload';
import { partIn } from './editedPayload';

/**
 * A text as small as one operation that says the same about a place as the whole payload: what is asked about a place of a
 * large payload costs no more than in a small one.
 */
export interface MinimalRequest {
  readonly text: string;
  /** The place that is asked about. */
  readonly offset: number;
  /** The place in the payload of a place in `text`. */
  readonly toPayload: (offset: number) => number;
}

/** In place of an operation that does not matter. */
const ANY = '{}';

/** What stands around the place: the operation that it is in, or what separates two of them, within the request's frame. */
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
