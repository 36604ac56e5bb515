import { elementsOf, memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.second-work-element',
  severity: 'warning',
  title: 'Two elements with the type "work"',
  explanation:
    'A job reads one element of emails, phoneNumbers and addresses, by its type: phoneNumbers[type eq "work"].value. Of two with that type one is lost, and which one is not documented.',
  remedy: 'Put both into one element, or remove one of them.',
  authority: 'Entra',
  example: {
    wrong: '"phoneNumbers": [{ "type": "work", "value": "+49 1" }, { "type": "work", "value": "+49 2" }]',
    right: '"phoneNumbers": [{ "type": "work", "value": "+49 1" }]',
  },
});

const READ_BY_TYPE = new Set(['emails', 'phoneNumbers', 'addresses']);

/** Said at the type of each but the first. Data: `first`, where the first one is. */
export const secondWorkElement: ResourceCheck = {
  kinds: [kind],
  *find({ attributes }) {
    for (const { path, member } of attributes) {
      if (path.urn !== undefined || path.sub !== undefined || !READ_BY_TYPE.has(path.attribute)) continue;
      const types = elementsOf(member.value).flatMap((element) => memberNode(element, 'type') ?? []);
      const [first, ...others] = types.filter((type) => stringOf(type) === 'work');
      if (first === undefined) continue;
      for (const type of others) {
        const message = `An earlier element of ${path.attribute} has the type "work", too: the job reads ${path.attribute}[type eq "work"], and one of the two is lost.`;
        yield problemOf(kind, spanOf(type), message, { first: spanOf(first) });
      }
    }
  },
};
