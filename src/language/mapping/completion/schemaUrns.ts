import { ENTERPRISE_USER_URN } from '../../../core/scim/urns';
import { words } from '../../shared/markdown';
import type { Offering } from './offer';
import { isFollowedBy } from './offer';

/** The URN of a custom schema, as a snippet with the prefix that Entra requires. */
export const SCHEMA_SKELETON = 'urn:ietf:params:scim:schemas:extension:${1:contoso}:1.0:User';

/** `schema |`: the URNs of schemas that a block can be for. */
export const schemaUrns: Offering = function* (request) {
  const { place } = request;
  if (place.kind !== 'urn') return;
  const block = isFollowedBy(request, '{') ? '' : ' {\n\t$0\n}';
  yield {
    label: ENTERPRISE_USER_URN,
    kind: 'value',
    insert: ENTERPRISE_USER_URN + block,
    ...(block === '' ? {} : { isSnippet: true, asksOn: true }),
    note: 'RFC 7643',
    documentation: words`The Enterprise User (RFC 7643, section 4.3): department, manager, cost centre.`,
    rank: 0,
  };
  yield {
    label: 'urn:ietf:params:scim:schemas:extension:NAME:1.0:User',
    kind: 'snippet',
    insert: SCHEMA_SKELETON + block,
    isSnippet: true,
    note: 'custom',
    documentation: words`A custom schema. Entra: its attributes must be added to the job, under the same names.`,
    rank: 1,
  };
};
