import type { AttributePath } from '../../scim/attributePath';
import { formatAttributePath } from '../../scim/attributePath';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.element-not-work',
  severity: 'warning',
  title: 'Element that Entra does not read',
  explanation:
    'Entra reads only elements of emails, phoneNumbers and addresses that have the type "work", and silently ignores others.',
  remedy: 'Send the value as the work element, or in an attribute of a custom schema.',
  authority: 'Entra',
  example: {
    wrong: 'emails[type eq "home"].value = [Mail]',
    right: 'emails[type eq "work"].value = [Mail]',
  },
});

/**
 * The lists whose work element is the only one that Entra reads. Source: API-driven inbound provisioning, known issues,
 * 2026-07.
 */
export const WORK_ONLY = new Set(['emails', 'phoneNumbers', 'addresses']);

/** Data: the `attribute`, and the `filter` that Entra reads. */
export const elementNotWork: MappingCheck = {
  kinds: [kind],
  *ofRule({ path, rule }) {
    if (path.urn !== undefined || !WORK_ONLY.has(path.attribute)) return;
    if (isWorkElement(path)) return;
    const { attribute, filter } = path;
    const own =
      filter === undefined
        ? 'this one, which has no constant type'
        : `this one: ${formatAttributePath({ attribute, filter })}`;
    const message = `Entra reads only elements of ${attribute} with the type "work" and ignores ${own}.`;
    yield problemOf(kind, rule.path.span, message, { attribute: path.attribute, filter: '[type eq "work"]' });
  },
};

export function isWorkElement({ filter }: Pick<AttributePath, 'filter'>): boolean {
  return filter?.some((term) => term.attribute.toLowerCase() === 'type' && term.value === 'work') === true;
}
