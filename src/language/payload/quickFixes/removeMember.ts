import type { JsonNode } from '../../../core/json/jsonNode';
import { isObject } from '../../shared/fixes/fixData';
import { removeChildren } from '../rewrite/removeChild';
import { memberAround } from './fixNodes';
import type { PayloadFix, PayloadQuickFix } from './payloadFix';

/** Problems for which removal is the only sensible fix. */
const PREFERRED = new Set(['payload.attribute-without-effect', 'payload.own-manager']);

/** Removes a member that has no effect, is unknown or duplicated, and its object if that becomes empty. */
export const removeMember: PayloadQuickFix = {
  codes: [
    'payload.unknown-member',
    'payload.unknown-attribute',
    'payload.attribute-without-effect',
    'payload.own-manager',
    'payload.null-value',
    'payload.empty-text',
  ],
  *fixes({ node, code }) {
    const fix = removal(node);
    if (fix !== undefined) yield { ...fix, isPreferred: PREFERRED.has(code) };
  },
};

/** Removes one of two members whose names differ only in spelling. */
export const removeTwin: PayloadQuickFix = {
  codes: ['payload.attribute-case', 'payload.member-case'],
  *fixes({ node, data }) {
    const fix = isObject(data.first) ? removal(node) : undefined;
    if (fix !== undefined) yield fix;
  },
};

/** `JSON.parse` uses the last value of a duplicate name, but the author may have meant the other. */
export const removeDuplicate: PayloadQuickFix = {
  codes: ['json.duplicate-member'],
  *fixes({ node }) {
    const member = memberAround(node);
    if (member === undefined) return;
    const { object, property, nameNode } = member;
    const name = String(nameNode.value);
    const first = object.children?.find(({ children }) => children?.[0]?.value === nameNode.value);
    if (first !== undefined && first !== property)
      yield { title: `Remove the first ${name}`, edits: removeChildren(object, [first]) };
    yield { title: `Remove this ${name}`, edits: removeChildren(object, [property]) };
  },
};

function removal(node: JsonNode): PayloadFix | undefined {
  const member = memberAround(node);
  if (member === undefined) return undefined;
  const { object, property } = outermost(member.object, member.property);
  const name = String(property.children?.[0]?.value ?? '');
  return { title: `Remove ${name}`, edits: removeChildren(object, [property]) };
}

/** The outermost object to remove: in `"manager": { "value": "1" }`, the manager and not just its only member. */
function outermost(object: JsonNode, property: JsonNode): { readonly object: JsonNode; readonly property: JsonNode } {
  const outer = object.parent;
  const around = outer?.type === 'property' && outer.children?.[0]?.value !== 'data' ? outer.parent : undefined;
  const isOnly = object.children?.length === 1;
  return isOnly && outer !== undefined && around !== undefined ? outermost(around, outer) : { object, property };
}
