import type { JSONPath } from 'jsonc-parser';
import type { JsonNode } from '../../core/json/jsonNode';
import { elementsOf, membersOf } from '../../core/json/jsonNode';

/** The node at a path. Among members of the same name, it is the last one, as in `JSON.parse`. */
export function nodeAtPath(root: JsonNode, path: JSONPath): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const segment of path)
    node =
      typeof segment === 'number'
        ? elementsOf(node)[segment]
        : membersOf(node).findLast(({ name }) => name === segment)?.value;
  return node;
}

/** A member of an object. */
export interface MemberNode {
  readonly property: JsonNode;
  readonly nameNode: JsonNode;
  readonly value: JsonNode | undefined;
  readonly object: JsonNode;
}

/** The nodes that contain a place, including their ends, outermost first. */
export function nodesAround(root: JsonNode, offset: number): readonly JsonNode[] {
  const found: JsonNode[] = [];
  for (let node: JsonNode | undefined = root; node !== undefined;) {
    found.push(node);
    node = node.children?.find((child) => child.offset <= offset && offset <= child.offset + child.length);
  }
  return found;
}

/** The member of a node that is its name, its value or the member itself. */
export function memberOfNode(node: JsonNode | undefined): MemberNode | undefined {
  const property = node?.type === 'property' ? node : node?.parent?.type === 'property' ? node.parent : undefined;
  const [nameNode, value] = property?.children ?? [];
  const object = property?.parent;
  return property === undefined || nameNode === undefined || object === undefined
    ? undefined
    : { property, nameNode, value, object };
}
