import type { Node } from 'jsonc-parser';
import type { Span } from '../text/span';

/** A node of the tolerant tree, as `jsonc-parser` makes it: an error in the text leaves out only what is broken. */
export type JsonNode = Node;

/** A member of an object: both nodes; the value is absent if the text does not have it. */
export interface JsonMember {
  readonly name: string;
  readonly nameNode: JsonNode;
  readonly value: JsonNode | undefined;
}

/** The members of an object, and those of each name. */
interface MemberIndex {
  readonly members: readonly JsonMember[];
  readonly first: ReadonlyMap<string, JsonMember>;
  readonly last: ReadonlyMap<string, JsonMember>;
}

/** Larger objects have an index, built once because a tree does not change. Nearly all are smaller. */
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

/** The members of an object in the order of the text, including duplicates; empty for anything else. */
export function membersOf(node: JsonNode | undefined): readonly JsonMember[] {
  if (node?.type !== 'object') return [];
  return hasFew(node) ? readMembers(node) : indexOf(node).members;
}

/** The first member of exactly that name. */
export function firstMember(node: JsonNode | undefined, name: string): JsonMember | undefined {
  if (node?.type !== 'object') return undefined;
  return hasFew(node) ? readMembers(node).find((own) => own.name === name) : indexOf(node).first.get(name);
}

/** The last member of exactly that name, which `JSON.parse` uses. */
export function lastMember(node: JsonNode | undefined, name: string): JsonMember | undefined {
  if (node?.type !== 'object') return undefined;
  return hasFew(node) ? readMembers(node).findLast((own) => own.name === name) : indexOf(node).last.get(name);
}

/** The value of the member of exactly that name; the last of several, as in `JSON.parse`. */
export function memberNode(node: JsonNode | undefined, name: string): JsonNode | undefined {
  if (node?.type !== 'object') return undefined;
  if (!hasFew(node)) return indexOf(node).last.get(name)?.value;
  return node.children?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** The elements of an array; empty for anything else. */
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
