import { memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import { ENTERPRISE_USER_URN } from '../../scim/urns';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.own-manager',
  severity: 'warning',
  title: 'Person who is their own manager',
  explanation:
    "manager.value is the person's own externalId, as some systems write it for whoever stands at the top. Entra resolves managers by externalId, and would make the person their own manager; approvals that follow managers come to no end there.",
  remedy: 'Leave the manager out.',
  authority: 'Entra',
  example: {
    wrong: `"externalId": "701984",\n"${ENTERPRISE_USER_URN}": { "manager": { "value": "701984" } }`,
    right: `"externalId": "701984",\n"${ENTERPRISE_USER_URN}": { "manager": { "value": "89607" } }`,
  },
});

/** Said at the manager's id. */
export const ownManager: ResourceCheck = {
  kinds: [kind],
  *find({ node, attributes }) {
    const id = stringOf(memberNode(node, 'externalId'));
    if (id === undefined || id === '') return;
    for (const { path, member } of attributes) {
      if (path.urn !== ENTERPRISE_USER_URN || path.attribute !== 'manager' || path.sub !== 'value') continue;
      if (member.value === undefined || stringOf(member.value) !== id) continue;
      const message = 'This is the externalId of the person: Entra would make them their own manager.';
      yield problemOf(kind, spanOf(member.value), message);
    }
  },
};
