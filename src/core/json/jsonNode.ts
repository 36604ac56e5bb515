import type { Node } from 'jsonc-parser';
import type { Span } from '../text/span';

/** A node of the tolerant tree, as `jsonc-parser` makes it: a mistake in the text leaves out what is broken and nothing else. */
export type JsonNode = Node;

/** A member of an object: both nodes, the value absent where the text lacks it. */
export interface JsonMember {
  readonly name: string;
  readonly nameNode: JsonNode;
  readonly value: JsonNode | undefined;
}

/** The members of an object in the order of the text, those of one name included; none of anything else. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [nameNode, value] = children ?? [];
    return nameNode === undefined ? [] : [{ name: String(nameNode.value), nameNode, value }];
  });
}

/** The value of the member of exactly that name; of several the last, as `JSON.parse` has it. */
export function memberNode(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return membersOf(node).findLast((member) => member.name === name)?.value;
}

/** The elements of an array; none of anything else. */
export function elementsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The text of a string node. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined;
}

/** The node with everything in it; a string with its quotes. */
export function spanOf({ offset, length }: JsonNode): Span {
  return { start: offset, end: offset + length };
}
