import type { JsonNode } from '../../../core/json/jsonNode';
import type { MemberNode } from '../nodeAtPath';
import { memberOfNode } from '../nodeAtPath';

export function isName(node: JsonNode): boolean {
  return memberOfNode(node)?.nameNode === node;
}

/** The member that contains a node: as its name, its value, or inside its value. */
export function memberAround(node: JsonNode | undefined): MemberNode | undefined {
  for (let at = node; at !== undefined; at = at.parent) {
    const member = memberOfNode(at);
    if (member !== undefined) return member;
  }
  return undefined;
}

/** The member with that name, ignoring case; the last one if there are several. */
export function memberNamed(object: JsonNode | undefined, name: string): MemberNode | undefined {
  const lower = name.toLowerCase();
  const properties = object?.type === 'object' ? (object.children ?? []) : [];
  return memberOfNode(properties.findLast(({ children }) => String(children?.[0]?.value).toLowerCase() === lower));
}
