import { elementsOf, memberNode, spanOf } from '../../../core/json/jsonNode';
import { readTree } from '../../../core/json/readJsonText';
import { MAX_OPERATIONS } from '../../../core/scim/bulkRequest';
import type { Span } from '../../../core/text/span';
import type { EditedPayload } from '../editedPayload';

/**
 * Splits a request into several with at most `limit` operations each, in the original order. The text of every
 * operation and everything around them is unchanged. A request that is short enough, or a text that is not a request,
 * is returned as it is.
 */
export function splitRequest(text: string, limit = MAX_OPERATIONS): readonly string[] {
  const operations = elementsOf(memberNode(readTree(text), 'Operations')).map(spanOf);
  return split((start, end) => text.slice(start, end), text.length, operations, limit);
}

/** The same for an open payload, whose operations are known already. */
export function splitEditedPayload({ payload, slice }: EditedPayload, limit = MAX_OPERATIONS): readonly string[] {
  const { kind, length, parts } = payload;
  const operations = kind === 'user' ? [] : parts.map(({ start, text }) => ({ start, end: start + text.length }));
  return split(slice, length, operations, limit);
}

function split(
  slice: (start: number, end: number) => string,
  length: number,
  operations: readonly Span[],
  limit: number,
): readonly string[] {
  const [first, last] = [operations[0], operations.at(-1)];
  if (operations.length <= limit || first === undefined || last === undefined) return [slice(0, length)];
  const [head, tail] = [slice(0, first.start), slice(last.end, length)];
  const requests: string[] = [];
  for (let from = 0; from < operations.length; from += limit) {
    const [begin = first, end = last] = [operations[from], operations[Math.min(from + limit, operations.length) - 1]];
    requests.push(head + slice(begin.start, end.end) + tail);
  }
  return requests;
}
