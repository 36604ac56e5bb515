import { problemKind, problemOf } from '../../problems/problemKind';
import { formatAttributePath } from '../../scim/attributePath';
import type { MappingCheck } from './mappingCheck';
import { WORK_ONLY, isWorkElement } from './elementNotWork';

const kind = problemKind({
  code: 'mapping.second-work-element',
  severity: 'warning',
  title: 'Two elements with the type "work"',
  explanation:
    'A job reads one element of emails, phoneNumbers and addresses, by its type: phoneNumbers[type eq "work"].value. Rules with different filters make separate elements, and if two have that type, one is lost.',
  remedy: 'Write the same filter in both rules, or remove one of them.',
  authority: 'Entra',
  example: {
    wrong: 'emails[type eq "work"].value = [Mail]\nemails[type eq "work" and primary eq true].value = [Mail2]',
    right: 'emails[type eq "work"].value = [Mail]',
  },
});

/** Reported at the rules of each element except the first. Data: the `attribute`. */
export const secondWorkElement: MappingCheck = {
  kinds: [kind],
  *ofMapping({ model }) {
    const first = new Map<string, string>();
    for (const { path, rule } of model.rules) {
      const { urn, attribute, filter } = path;
      if (urn !== undefined || filter === undefined || !WORK_ONLY.has(attribute) || !isWorkElement(path)) continue;
      // Another check reports the same terms in another order
      const terms = [...filter].sort((left, right) => left.attribute.localeCompare(right.attribute));
      const element = formatAttributePath({ attribute, filter: terms });
      const earlier = first.get(attribute) ?? element;
      first.set(attribute, earlier);
      if (earlier === element) continue;
      const message = `${earlier} is another element with the type "work". The job reads only one of them, and the other is lost.`;
      yield problemOf(kind, rule.path.span, message, { attribute });
    }
  },
};
