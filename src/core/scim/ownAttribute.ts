import type { AttributePath } from './attributePath';
import { attributeFacts } from './attributeFacts';
import { CORE_USER_URN } from './urns';
import { KNOWN_SCHEMAS } from './userSchema';

/** The URN of a custom schema in examples; replace the company's name in it. */
export const OWN_SCHEMA_URN = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';

/** What an attribute that no standard schema has could be in a schema of one's own. */
export interface OwnAttribute {
  readonly name: string;
  readonly type?: 'DateTime';
  /** The attribute of Microsoft Entra ID that the job can fill from it, where one is meant. */
  readonly entra?: string;
}

/**
 * Attributes of Entra that no attribute of the standard schemas fills, by the names that people give them. Source:
 * Microsoft Entra documentation, "Configure custom attributes for API-driven provisioning" and "Plan cloud HR application to
 * Microsoft Entra user provisioning" (employeeHireDate and employeeLeaveDateTime of lifecycle workflows).
 */
const MEANT = [
  {
    pattern: /hire.?date|date.?of.?hire|start.?date|join(?:ing)?.?date|entry.?date/i,
    name: 'HireDate',
    entra: 'employeeHireDate',
  },
  { pattern: /leave.?date|termination.?date|end.?date|last.?day/i, name: 'LeaveDate', entra: 'employeeLeaveDateTime' },
] as const;

/** What to send under a name that no standard schema has. A name that somebody has given already stays. */
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

/** The attribute of the standard schemas that usually fills an attribute of Microsoft Entra ID: `title` for `jobTitle`. */
export function scimSourceOf(entra: string): AttributePath | undefined {
  return sources().get(entra.toLowerCase());
}

let found: ReadonlyMap<string, AttributePath> | undefined;

function sources(): ReadonlyMap<string, AttributePath> {
  if (found !== undefined) return found;
  // Not filled by default, and looked for all the same
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
