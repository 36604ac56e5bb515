import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { isEncodedJson } from '../../json/encodedJson';
import { problemKind, problemOf } from '../../problems/problemKind';
import { span } from '../../text/span';

export const unrecognisedKind = problemKind({
  code: 'payload.unrecognised',
  severity: 'error',
  blocking: true,
  title: 'JSON that is not a payload',
  explanation:
    'The document is neither a bulk request nor a user: the schemas at its root do not contain the URN of one, or its root is not an object. Entra answers such a body with 400 Invalid Data Format.',
  remedy: 'Check that it is the right file. A bulk request and a user begin with their schemas.',
  authority: 'Entra',
  example: {
    wrong: '{ "name": "John Doe" }',
    right:
      '{\n  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],\n  "externalId": "701984",\n  "userName": "ana@contoso.com",\n  "active": true,\n  "displayName": "John Doe"\n}',
  },
});

export const encodedTwiceKind = problemKind({
  code: 'payload.encoded-twice',
  severity: 'error',
  blocking: true,
  title: 'JSON that was encoded twice',
  explanation:
    'The whole document is one JSON text that contains JSON: it was encoded twice, for example by piping a here-string to ConvertTo-Json. Entra answers such a body with 400 Invalid Data Format.',
  remedy: 'Encode it only once: remove ConvertTo-Json if the text is already JSON.',
  authority: 'Entra',
  example: {
    wrong: String.raw`"{ \"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"] }"`,
    right:
      '{\n  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],\n  "externalId": "701984",\n  "userName": "ana@contoso.com",\n  "active": true,\n  "displayName": "John Doe"\n}',
  },
});

/** The problem of a document that is not a payload, reported at its beginning. */
export function unrecognised({ offset, type, value }: Pick<JsonNode, 'offset' | 'type' | 'value'>): Problem {
  const place = span(offset, offset + 1);
  if (type === 'string' && isEncodedJson(value)) {
    const message =
      'The document is one JSON text that contains JSON: it was encoded twice. Entra would refuse it with 400 Invalid Data Format. Remove the second encoding, such as ConvertTo-Json of a text that is already JSON.';
    return problemOf(encodedTwiceKind, place, message);
  }
  return problemOf(unrecognisedKind, place, `${WHAT[type] ?? WHAT_OBJECT} ${REFUSED}`);
}

const REFUSED = 'Entra would refuse it with 400 Invalid Data Format.';

const WHAT_OBJECT =
  'This JSON is neither a bulk request nor a user: "schemas" at its root does not contain the URN of either.';

const WHAT: Partial<Readonly<Record<JsonNode['type'], string>>> = {
  array:
    'This is a list, but a payload is an object: a bulk request or a user. Several of them in one file follow each other without brackets and commas.',
  string: 'This is a JSON text, but a payload is an object: a bulk request or a user.',
  number: 'This is a number, but a payload is an object: a bulk request or a user.',
  boolean: 'This is true or false, but a payload is an object: a bulk request or a user.',
  null: 'This is null, but a payload is an object: a bulk request or a user.',
};
