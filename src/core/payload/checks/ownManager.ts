import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import { ENTERPRISE_USER_URN } from '../../scim/urns';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.own-manager',
  severity: 'warning',
  title: 'Person is their own manager',
  explanation:
    "manager.value is the person's own externalId, as some systems export it for the head of the company. Entra resolves managers by externalId and would make the person their own manager; approvals that follow managers would never end.",
  remedy: 'Remove the manager.',
  authority: 'Entra',
  example: {
    wrong: `"externalId": "701984",\n"${ENTERPRISE_USER_URN}": { "manager": { "value": "701984" } }`,
    right: `"externalId": "701984",\n"${ENTERPRISE_USER_URN}": { "manager": { "value": "89607" } }`,
  },
});

/** Reported at the manager's id. */
export const ownManager: ResourceCheck = {
  kinds: [kind],
  *find({ node, attributes }) {
    const id = stringOf(memberNode(node, 'externalId'));
    if (id === undefined || id === '') return;
    for (const { path, member } of attributes) {
      if (path.urn !== ENTERPRISE_USER_URN || path.attribute !== 'manager' || path.sub !== 'value') continue;
      if (member.value === undefined || stringOf(member.value) !== id) continue;
      const message = "This is the person's own externalId: Entra would make them their own manager.";
      yield problemOf(kind, spanOf(member.value), message);
    }
  },
};
