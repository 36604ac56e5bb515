import type { Node } from 'jsonc-parser';
import type { Span } from '../text/span';

/** A node of the tolerant tree from `jsonc-parser`. A syntax error only loses the broken part. */
export type JsonNode = Node;

/** A member of an object, with both nodes; `value` is absent if the text lacks it. */
export interface JsonMember {
  readonly name: string;
  readonly nameNode: JsonNode;
  readonly value: JsonNode | undefined;
}

/** The members of an object, and the first and last member of each name. */
interface MemberIndex {
  readonly members: readonly JsonMember[];
  readonly first: ReadonlyMap<string, JsonMember>;
  readonly last: ReadonlyMap<string, JsonMember>;
}

/** Maximum number of members without an index. Larger objects are indexed once, because a tree does not change. */
const FEW = 32;

const indexes = new WeakMap<JsonNode, MemberIndex>();

function indexOf(object: JsonNode): MemberIndex {
  const known = indexes.get(object);
  if (known !== undefined) return known;
  const members = readMembers(object);
  const named = (own: JsonMember) => [own.name, own] as const;
  const index = { members, first: new Map(members.toReversed().map(named)), last: new Map(members.map(named)) };
  indexes.set(object, index);
  return index;
}

function readMembers({ children = [] }: JsonNode): readonly JsonMember[] {
  return children.flatMap((property) => {
    const [nameNode, value] = property.children ?? [];
    return nameNode === undefined ? [] : [{ name: String(nameNode.value), nameNode, value }];
  });
}

function hasFew({ children = [] }: JsonNode): boolean {
  return children.length <= FEW;
}

/** The members of an object in text order, including duplicates; empty for other nodes. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  if (node?.type !== 'object') return [];
  return hasFew(node) ? readMembers(node) : indexOf(node).members;
}

/** The first member with exactly this name. */
export function firstMember(node: JsonNode | undefined, name: string): JsonMember | undefined {
  if (node?.type !== 'object') return undefined;
  return hasFew(node) ? readMembers(node).find((own) => own.name === name) : indexOf(node).first.get(name);
}

/** The last member with exactly this name, which is the one that `JSON.parse` uses. */
export function lastMember(node: JsonNode | undefined, name: string): JsonMember | undefined {
  if (node?.type !== 'object') return undefined;
  return hasFew(node) ? readMembers(node).findLast((own) => own.name === name) : indexOf(node).last.get(name);
}

/** The value of the member with exactly this name; if there are several, of the last, as in `JSON.parse`. */
export function memberNode(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.type !== 'object') return undefined;
  if (!hasFew(node)) return indexOf(node).last.get(name)?.value;
  return node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** The elements of an array; empty for other nodes. */
export function elementsOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** The text of a string node. */
export function stringOf(node: JsonNode | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined;
}

/** The range of the node, including the quotes of a string. */
export function spanOf({ offset, length }: JsonNode): Span {
  return { start: offset, end: offset + length };
}
