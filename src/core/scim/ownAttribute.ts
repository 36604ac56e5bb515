import type { AttributePath } from './attributePath';
import { attributeFacts } from './attributeFacts';
import { CORE_USER_URN } from './urns';
import { KNOWN_SCHEMAS } from './userSchema';

/** The URN of a custom schema for examples; users replace the company name in it. */
export const OWN_SCHEMA_URN = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

/** A proposal for an attribute of a custom schema, for a name that no standard schema has. */
export interface OwnAttribute {
  readonly name: string;
  readonly type?: 'DateTime';
  /** The Microsoft Entra ID attribute that the job can fill from it, if the name suggests one. */
  readonly entra?: string;
}

/**
 * Entra attributes that no attribute of the standard schemas fills, by the names that people use for them. Source:
 * Microsoft Entra documentation, "Configure custom attributes for API-driven provisioning" and "Plan cloud HR
 * application to Microsoft Entra user provisioning" (employeeHireDate and employeeLeaveDateTime of lifecycle
 * workflows).
 */
const MEANT = [
  {
    pattern: /hire.?date|date.?of.?hire|start.?date|join(?:ing)?.?date|entry.?date/i,
    name: 'HireDate',
    entra: 'employeeHireDate',
  },
  { pattern: /leave.?date|termination.?date|end.?date|last.?day/i, name: 'LeaveDate', entra: 'employeeLeaveDateTime' },
] as const;

/**
 * Proposes a custom attribute for a name that no standard schema has. Keeps the name unless it is that of the Entra
 * attribute.
 */
export function ownAttribute(name: string): OwnAttribute {
  const meant = MEANT.find(({ pattern }) => pattern.test(name));
  if (meant === undefined) return { name };
  return {
    name: name.toLowerCase() === meant.entra.toLowerCase() ? meant.name : name,
    type: 'DateTime',
    entra: meant.entra,
  };
}

/** What to do about such an attribute, as a sentence. */
export function ownAttributeAdvice({ name, entra }: OwnAttribute): string {
  const block = `schema ${OWN_SCHEMA_URN} { ${name} = ... }`;
  return entra === undefined
    ? `Put an attribute of your own into a custom schema, ${block}, and add it to the job's attribute list.`
    : `Entra fills ${entra} from an attribute of your own: send it in a custom schema, ${block}, add that to the job's attribute list and map it to ${entra} there.`;
}

/** The standard attribute that usually fills a Microsoft Entra ID attribute: `title` for `jobTitle`. */
export function scimSourceOf(entra: string): AttributePath | undefined {
  return sources().get(entra.toLowerCase());
}

let found: ReadonlyMap<string, AttributePath> | undefined;

function sources(): ReadonlyMap<string, AttributePath> {
  if (found !== undefined) return found;
  // Not filled by default, but people look for it anyway
  const byName = new Map<string, AttributePath>([
    ['mail', { attribute: 'emails', filter: [{ attribute: 'type', value: 'work' }], sub: 'value' }],
  ]);
  for (const path of KNOWN_SCHEMAS.flatMap(pathsOf))
    for (const name of attributeFacts(path)?.entra ?? [])
      if (!byName.has(name.toLowerCase())) byName.set(name.toLowerCase(), path);
  return (found = byName);
}

function pathsOf({ urn, attributes }: (typeof KNOWN_SCHEMAS)[number]): readonly AttributePath[] {
  const prefix = urn === CORE_USER_URN ? {} : { urn };
  return attributes.flatMap(({ name, type, multiValued, subAttributes = [] }): readonly AttributePath[] => {
    if (type !== 'complex') return [{ ...prefix, attribute: name }];
    const filter = multiValued === true ? { filter: [{ attribute: 'type', value: 'work' }] } : {};
    return subAttributes.map((sub) => ({ ...prefix, attribute: name, ...filter, sub: sub.name }));
  });
}
