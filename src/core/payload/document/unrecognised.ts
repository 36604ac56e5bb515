import type { JsonNode } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { isEncodedJson } from '../../json/encodedJson';
import { problemKind, problemOf } from '../../problems/problemKind';
import { span } from '../../text/span';

export const unrecognisedKind = problemKind({
  code: 'payload.unrecognised',
  severity: 'error',
  blocking: true,
  title: 'JSON that is no payload',
  explanation:
    'The document was to be checked, and it is neither a bulk request nor a user: the schemas at its root do not hold the URN of one, or its root is not an object. Entra answers such a body with 400 Invalid Data Format.',
  remedy: 'Make sure that it is the right file. A bulk request and a user begin with their schemas.',
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
    'The whole document is one JSON text, and that text is JSON again: JSON that was ready was encoded once more, as by a here-string that is piped to ConvertTo-Json. Entra answers such a body with 400 Invalid Data Format.',
  remedy: 'Encode it once: leave out ConvertTo-Json where the text is JSON already.',
  authority: 'Entra',
  example: {
    wrong: String.raw`"{ \"schemas\": [\"urn:ietf:params:scim:api:messages:2.0:BulkRequest\"] }"`,
    right:
      '{\n  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],\n  "externalId": "701984",\n  "userName": "ana@contoso.com",\n  "active": true,\n  "displayName": "John Doe"\n}',
  },
});

/** Said at the beginning of a document that somebody wants to have checked or sent. */
export function unrecognised({ offset, type, value }: Pick<JsonNode, 'offset' | 'type' | 'value'>): Problem {
  const place = span(offset, offset + 1);
  if (type === 'string' && isEncodedJson(value)) {
    const message =
      'The document is one JSON text that holds JSON: it was encoded twice. Entra would refuse it with 400 Invalid Data Format. Leave out the second encoding, such as ConvertTo-Json of a text that is JSON already.';
    return problemOf(encodedTwiceKind, place, message);
  }
  return problemOf(unrecognisedKind, place, `${WHAT[type] ?? WHAT_OBJECT} ${REFUSED}`);
}

const REFUSED = 'Entra would refuse it with 400 Invalid Data Format.';

const WHAT_OBJECT =
  'This is JSON, and neither a bulk request nor a user: "schemas" at its root holds the URN of neither.';

const WHAT: Partial<Readonly<Record<JsonNode['type'], string>>> = {
  array:
    'This is a list, and a payload is an object: a bulk request or a user. Several of them in one file follow one another without brackets and commas around them.',
  string: 'This is a JSON text, and a payload is an object: a bulk request or a user.',
  number: 'This is a number, and a payload is an object: a bulk request or a user.',
  boolean: 'This is true or false, and a payload is an object: a bulk request or a user.',
  null: 'This is null, and a payload is an object: a bulk request or a user.',
};
