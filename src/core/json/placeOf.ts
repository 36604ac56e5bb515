import type { Span } from '../text/span';
import { span } from '../text/span';
import type { JsonNode } from './jsonNode';
import { elementsOf, membersOf, spanOf } from './jsonNode';

/** A node of the tree, and the part of the path that remains below it. */
interface Step {
  readonly node: JsonNode;
  readonly rest: string;
}

/**
 * The range of the node that a path such as `value[3].manager.id` leads to, or of the last node on the way. Names may
 * contain dots.
 */
export function placeOf(root: JsonNode | undefined, path: string): Span {
  return root === undefined ? span(0, 0) : spanOf(follow({ node: root, rest: path }).node);
}

/** Takes the branch that follows the path furthest. */
function follow(step: Step): Step {
  return [...elementBelow(step), ...membersBelow(step)]
    .map(follow)
    .reduce((best, other) => (other.rest.length < best.rest.length ? other : best), step);
}

function elementBelow({ node, rest }: Step): readonly Step[] {
  const [whole = '', index = ''] = /^\[(\d+)\]/.exec(rest) ?? [];
  const element = whole === '' ? undefined : elementsOf(node)[Number(index)];
  return element === undefined ? [] : [{ node: element, rest: rest.slice(whole.length) }];
}

function membersBelow({ node, rest }: Step): readonly Step[] {
  const plain = rest.replace(/^\./, '');
  if (plain === '') return [];
  return membersOf(node).flatMap(({ name, value }) => {
    const isOnPath = plain === name || plain.startsWith(`${name}.`) || plain.startsWith(`${name}[`);
    return isOnPath && value !== undefined ? [{ node: value, rest: plain.slice(name.length) }] : [];
  });
}
