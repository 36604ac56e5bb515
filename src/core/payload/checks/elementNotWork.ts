import type { JsonNode } from '../../json/jsonNode';
import { elementsOf, memberNode, spanOf, stringOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.element-not-work',
  severity: 'warning',
  title: 'Element that Entra does not read',
  explanation:
    'Entra reads only elements of emails, phoneNumbers and addresses that have the type "work", and silently ignores others and those without a type.',
  remedy: 'Send the value as the work element, or in an attribute of a custom schema.',
  authority: 'Entra',
  example: {
    wrong: '"phoneNumbers": [{ "type": "mobile", "value": "+49 30 1234" }]',
    right: '"phoneNumbers": [{ "type": "work", "value": "+49 30 1234" }]',
  },
});

/**
 * The lists whose work element is the only one that Entra reads. Source: API-driven inbound provisioning, known issues,
 * 2026-07.
 */
const WORK_ONLY = new Set(['emails', 'phoneNumbers', 'addresses']);

/**
 * Reported at the type, or at an element without a type. Data: the `attribute`; `replacement`, the type in quotes, or
 * `missing`, the member to add.
 */
export const elementNotWork: ResourceCheck = {
  kinds: [kind],
  *find({ attributes }) {
    for (const { path, member } of attributes) {
      if (path.urn !== undefined || path.sub !== undefined || !WORK_ONLY.has(path.attribute)) continue;
      for (const element of elementsOf(member.value)) {
        const found = element.type === 'object' ? judge(element, path.attribute) : undefined;
        if (found !== undefined) yield found;
      }
    }
  },
};

function judge(element: JsonNode, attribute: string): Problem | undefined {
  const type = memberNode(element, 'type');
  if (stringOf(type) === 'work') return undefined;
  const message = `Entra reads only elements of ${attribute} with the type "work", and ignores this one.`;
  return type === undefined
    ? problemOf(kind, spanOf(element), `${message} It has no type.`, { attribute, missing: 'type' })
    : problemOf(kind, spanOf(type), message, { attribute, replacement: '"work"' });
}
