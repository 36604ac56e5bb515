import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import { span } from '../../text/span';

export const unrecognisedKind = problemKind({
  code: 'payload.unrecognised',
  severity: 'error',
  blocking: true,
  title: 'JSON that is no payload',
  explanation:
    'The document was to be checked, and it is neither a bulk request nor a user: the schemas at its root do not hold the URN of one. Entra answers such a body with 400 Invalid Data Format.',
  remedy: 'Make sure that it is the right file. A bulk request and a user begin with their schemas.',
  authority: 'Entra',
  example: {
    wrong: '{ "name": "John Doe" }',
    right:
      '{\n  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],\n  "externalId": "701984",\n  "userName": "ana@contoso.com",\n  "active": true,\n  "displayName": "John Doe"\n}',
  },
});

/** Said at the beginning of a document that somebody wants to have checked or sent. */
export function unrecognised({ offset }: Pick<JsonNode, 'offset'>): Problem {
  const message =
    'This is JSON, and neither a bulk request nor a user: "schemas" at its root holds the URN of neither. Entra would refuse it with 400 Invalid Data Format.';
  return problemOf(unrecognisedKind, span(offset, offset + 1), message);
}
