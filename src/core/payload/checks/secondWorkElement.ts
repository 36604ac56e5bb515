import { elementsOf, memberNode, spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.second-work-element',
  severity: 'warning',
  title: 'Two elements with the type "work"',
  explanation:
    'A job reads one element of emails, phoneNumbers and addresses, by its type: phoneNumbers[type eq "work"].value. If two have that type, one is lost; which one is not documented.',
  remedy: 'Combine both into one element, or remove one of them.',
  authority: 'Entra',
  example: {
    wrong: '"phoneNumbers": [{ "type": "work", "value": "+49 1" }, { "type": "work", "value": "+49 2" }]',
    right: '"phoneNumbers": [{ "type": "work", "value": "+49 1" }]',
  },
});

const READ_BY_TYPE = new Set(['emails', 'phoneNumbers', 'addresses']);

/** Reported at the type of each except the first. Data: `first`, the place of the first one. */
export const secondWorkElement: ResourceCheck = {
  kinds: [kind],
  *find({ attributes }) {
    for (const { path, member } of attributes) {
      if (path.urn !== undefined || path.sub !== undefined || !READ_BY_TYPE.has(path.attribute)) continue;
      const types = elementsOf(member.value).flatMap((element) => memberNode(element, 'type') ?? []);
      const [first, ...others] = types.filter((type) => stringOf(type) === 'work');
      if (first === undefined) continue;
      for (const type of others) {
        const message = `An earlier element of ${path.attribute} also has the type "work". The job reads ${path.attribute}[type eq "work"], so one of the two is lost.`;
        yield problemOf(kind, spanOf(type), message, { first: spanOf(first) });
      }
    }
  },
};
