import type { Problem } from '../problems/problem';
import { problemOf } from '../problems/problemKind';
import type { JsonNode } from './jsonNode';
import { membersOf, spanOf } from './jsonNode';
import { jsonKinds } from './jsonProblemKinds';

/**
 * Duplicate names in one object, reported at the later one. `data` has the `name`, and the range of the `first`
 * occurrence.
 */
export function* duplicateMembers(node: JsonNode | undefined): Generator<Problem> {
  if (node?.type === 'object') yield* duplicatesIn(node);
  for (const child of node?.children ?? []) {
    const value = child.type === 'property' ? child.children?.[1] : child;
    if (value?.children !== undefined) yield* duplicateMembers(value);
  }
}

function* duplicatesIn(object: JsonNode): Generator<Problem> {
  if ((object.children?.length ?? 0) < 2) return;
  const seen = new Map<string, JsonNode>();
  for (const { name, nameNode } of membersOf(object)) {
    const first = seen.get(name);
    if (first === undefined) seen.set(name, nameNode);
    else {
      const message = `Duplicate member "${name}": readers differ on which of the two counts. Remove one of them.`;
      yield problemOf(jsonKinds.duplicateMember, spanOf(nameNode), message, { name, first: spanOf(first) });
    }
  }
}
