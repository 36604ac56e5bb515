import { elementsOf, memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import { BULK_REQUEST_URN } from '../../scim/urns';
import type { EnvelopeCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.request-schema',
  severity: 'error',
  title: 'Wrong schemas of a request',
  explanation:
    'The schemas of a request must contain only the URN of a bulk request: Entra recognises the message by it and otherwise answers 400 Invalid Data Format.',
  remedy: `Write ["${BULK_REQUEST_URN}"]. The schemas of a person belong in data.`,
  authority: 'Entra',
  example: {
    wrong: '"schemas": ["urn:ietf:params:scim:api:messages:2.0:Bulkrequest"]',
    right: `"schemas": ["${BULK_REQUEST_URN}"]`,
  },
});

/** Data: `replacement`, the URN in quotes or a list with it. Without it, the element is superfluous. */
export const requestSchema: EnvelopeCheck = {
  kinds: [kind],
  *find(envelope) {
    const list = memberNode(envelope, 'schemas');
    if (list?.type !== 'array') return;
    const elements = elementsOf(list);
    const quoted = JSON.stringify(BULK_REQUEST_URN);
    if (elements.length === 0) {
      const message = `The list is empty, but Entra requires ${quoted} in it.`;
      yield problemOf(kind, spanOf(list), message, { replacement: `[${quoted}]` });
      return;
    }
    let isThere = elements.some((element) => stringOf(element) === BULK_REQUEST_URN);
    for (const element of elements) {
      if (stringOf(element) === BULK_REQUEST_URN || element.type !== 'string') continue;
      const message = `The schemas of a request must be only ${quoted} (Entra).`;
      yield problemOf(kind, spanOf(element), message, isThere ? {} : { replacement: quoted });
      isThere = true;
    }
  },
};
