import { elementsOf, memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import { BULK_REQUEST_URN } from '../../scim/urns';
import type { EnvelopeCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.request-schema',
  severity: 'error',
  title: 'Schemas of a request',
  explanation:
    'The schemas of a request hold the URN of a bulk request and nothing else: by it Entra knows what the message is, and answers 400 Invalid Data Format to another one.',
  remedy: `Write ["${BULK_REQUEST_URN}"]. The schemas of a person stand in data.`,
  authority: 'Entra',
  example: {
    wrong: '"schemas": ["urn:ietf:params:scim:api:messages:2.0:Bulkrequest"]',
    right: `"schemas": ["${BULK_REQUEST_URN}"]`,
  },
});

/** Data: `replacement`, the URN in quotes or the list with it; without it the element is one too many. */
export const requestSchema: EnvelopeCheck = {
  kinds: [kind],
  *find(envelope) {
    const list = memberNode(envelope, 'schemas');
    if (list?.type !== 'array') return;
    const elements = elementsOf(list);
    const quoted = JSON.stringify(BULK_REQUEST_URN);
    if (elements.length === 0) {
      const message = `The list is empty; Entra wants ${quoted} in it.`;
      yield problemOf(kind, spanOf(list), message, { replacement: `[${quoted}]` });
      return;
    }
    let isThere = elements.some((element) => stringOf(element) === BULK_REQUEST_URN);
    for (const element of elements) {
      if (stringOf(element) === BULK_REQUEST_URN || element.type !== 'string') continue;
      const message = `The schemas of a request are ${quoted} and nothing else (Entra).`;
      yield problemOf(kind, spanOf(element), message, isThere ? {} : { replacement: quoted });
      isThere = true;
    }
  },
};
