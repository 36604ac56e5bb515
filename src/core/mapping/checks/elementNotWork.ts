import type { MappingCheck } from '../mappingCheck';

/** The lists of which Entra reads the work element alone. Source: API-driven inbound provisioning, known issues, 2026-07. */
const WORK_ONLY = new Set(['emails', 'phoneNumbers', 'addresses']);

export const elementNotWork: MappingCheck = function* ({ model }) {
  for (const { path, rule } of model.rules) {
    if (path.urn !== undefined || !WORK_ONLY.has(path.attribute)) continue;
    if (path.filter?.some((term) => term.attribute.toLowerCase() === 'type' && term.value === 'work') === true)
      continue;
    yield {
      code: 'mapping.element-not-work',
      severity: 'warning',
      message: `Entra reads only elements of ${path.attribute} with the type "work" and ignores this one: ${path.attribute}[type eq "work"].`,
      span: rule.path.span,
    };
  }
};
