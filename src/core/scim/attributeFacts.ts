import type { AttributePath } from './attributePath';
import { findAttribute } from './schema';
import { CORE_USER_URN } from './urns';
import { KNOWN_SCHEMAS, USER_SCHEMA } from './userSchema';

/** What is known about an attribute besides its type: its meaning, its target in the service, and limits. */
export interface AttributeFacts {
  readonly meaning: string;
  /** The Microsoft Entra ID attributes that a provisioning job usually fills from it; empty if none is known. */
  readonly entra: readonly string[];
  /** The same for a job that provisions to on-premises Active Directory. */
  readonly activeDirectory: readonly string[];
  /** The maximum length that the usual target accepts. `source` names the authority, to follow a colon. */
  readonly maxLength?: { readonly characters: number; readonly source: string };
  readonly notes: readonly AttributeNote[];
}

interface AttributeNote {
  readonly text: string;
  /** The authority: the number of a standard, or "Entra". */
  readonly source: string;
}

/**
 * The facts about an attribute of User or Enterprise User (RFC 7643); `undefined` for attributes of other schemas and
 * for unknown ones. A path without `sub` means the attribute as a whole. In lists that the service reads by type, only
 * elements with `type eq "work"` have targets.
 *
 * The targets are the usual ones, and a tenant may differ: Microsoft does not publish the default mappings as a table,
 * and the job's own schema decides. Documented are `externalId` to `employeeId`, `active` to `accountEnabled` and
 * `accountDisabled`, `userName` to `userPrincipalName`, `title` to `jobTitle`, and `manager`. The others are taken from
 * Microsoft's published client for the API and from its connectors of the same kind.
 *
 * Sources, read in November 2026: Microsoft Entra documentation of API-driven inbound provisioning (concepts,
 * frequently asked questions, troubleshooting, custom attributes), of customising attribute mappings and of known
 * issues; Microsoft Graph, resource type user (lengths); username policies of Microsoft Entra ID (userPrincipalName);
 * RFC 7643, section 4.
 */
export function attributeFacts({ urn, attribute, filter, sub }: AttributePath): AttributeFacts | undefined {
  const schemaUrn = (urn ?? CORE_USER_URN).toLowerCase();
  const schema = KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === schemaUrn);
  const whole = findAttribute(schema?.attributes ?? [], attribute);
  const part = sub === undefined ? undefined : findAttribute(whole?.subAttributes ?? [], sub);
  if (schema === undefined || whole === undefined || (sub !== undefined && part === undefined)) return undefined;
  const facts = TABLES[schema === USER_SCHEMA ? 'user' : 'enterprise'];
  const own =
    facts[part === undefined ? whole.name : `${whole.name}.${part.name}`] ?? (part && SHARED[part.name]) ?? {};
  const isByType = schema === USER_SCHEMA && WORK_ONLY.has(whole.name);
  const isRead = !isByType || filter?.some((term) => term.attribute.toLowerCase() === 'type' && term.value === 'work');
  const notes = [
    ...(own.notes ?? []),
    ...(isByType ? [WORK] : []),
    ...(whole.multiValued === true ? [NOT_CLEARED] : []),
  ];
  return {
    meaning: (part ?? whole).description,
    entra: isRead === true ? (own.entra ?? []) : [],
    activeDirectory: isRead === true ? (own.activeDirectory ?? []) : [],
    ...(isRead === true && own.limit !== undefined
      ? { maxLength: { characters: own.limit[0], source: `Entra ID: ${own.limit[1]}` } }
      : {}),
    notes,
  };
}

interface Facts {
  readonly entra?: readonly string[];
  readonly activeDirectory?: readonly string[];
  /** The maximum number of characters, and the Microsoft Entra ID attribute with that limit. */
  readonly limit?: readonly [number, string];
  readonly notes?: readonly AttributeNote[];
}

const entra = (text: string): AttributeNote => ({ text, source: 'Entra' });
const rfc = (text: string): AttributeNote => ({ text, source: 'RFC 7643' });

const WORK_ONLY = new Set(['emails', 'phoneNumbers', 'addresses']);
const WORK = entra(
  'Of e-mail addresses, phone numbers and postal addresses only the elements with `type eq "work"` are processed.',
);
const NOT_CLEARED = entra('An attribute that can have several values is never cleared by a null.');

/** Facts for a target that has the same name in both directories. */
const same = (name: string): Facts => ({ entra: [name], activeDirectory: [name] });

const USER: Readonly<Record<string, Facts>> = {
  externalId: {
    entra: ['employeeId'],
    activeDirectory: ['employeeID'],
    limit: [16, 'employeeId'],
    notes: [
      entra('A person is found again by it: it must be on every record, be unique and never change.'),
      entra('Characters with a meaning in filters can break the search for the person.'),
    ],
  },
  userName: {
    entra: ['userPrincipalName', 'mailNickname'],
    activeDirectory: ['userPrincipalName', 'sAMAccountName'],
    limit: [113, 'userPrincipalName'],
    notes: [
      entra(
        "A user principal name has at most 64 characters before its one @ and 48 after it: letters without accents, digits and ' . - _ ! # ^ ~, with no dot right before the @.",
      ),
      entra('Its domain must be verified in the tenant. The service does not make the name unique.'),
      rfc('Unique among all users, ignoring case.'),
    ],
  },
  'name.givenName': { ...same('givenName'), limit: [64, 'givenName'] },
  'name.familyName': { entra: ['surname'], activeDirectory: ['sn'], limit: [64, 'surname'] },
  displayName: {
    ...same('displayName'),
    limit: [256, 'displayName'],
    notes: [entra('Needed when an account is created; it cannot be cleared later.')],
  },
  title: { entra: ['jobTitle'], activeDirectory: ['title'], limit: [128, 'jobTitle'] },
  userType: {
    notes: [
      entra(
        'Not mapped by default; its usual target is `employeeType`. The `userType` of Entra ID is something else: Member or Guest.',
      ),
    ],
  },
  preferredLanguage: { ...same('preferredLanguage'), notes: [rfc('Written as Accept-Language is: "en-US", "de".')] },
  locale: { notes: [rfc('A language tag of RFC 5646, such as "en-US".')] },
  timezone: { notes: [rfc('A name of the IANA time zone database, such as "Europe/Berlin".')] },
  active: {
    entra: ['accountEnabled'],
    activeDirectory: ['accountDisabled'],
    notes: [
      entra(
        'true enables the account, false disables it. In Active Directory the target is the reverse, and so is the mapping.',
      ),
      entra('Leaving a person out of the extract changes nothing: to disable an account, send false.'),
    ],
  },
  password: { notes: [entra('Passwords are not provisioned: a joiner signs in first with a Temporary Access Pass.')] },
  groups: { notes: [rfc('Read-only: membership is changed at the group.')] },
  'emails.value': {
    notes: [entra('The service cannot set `mail`: Exchange Online owns it. Other targets can be mapped from this.')],
  },
  'phoneNumbers.value': same('telephoneNumber'),
  'addresses.streetAddress': { ...same('streetAddress'), limit: [1024, 'streetAddress'] },
  'addresses.locality': { entra: ['city'], activeDirectory: ['l'], limit: [128, 'city'] },
  'addresses.region': { entra: ['state'], activeDirectory: ['st'], limit: [128, 'state'] },
  'addresses.postalCode': { ...same('postalCode'), limit: [40, 'postalCode'] },
  'addresses.country': {
    entra: ['country'],
    activeDirectory: ['co', 'c'],
    limit: [128, 'country'],
    notes: [
      rfc('Two letters of ISO 3166-1, such as "DE".'),
      entra(
        '`country` takes any text; a usage location made from it needs the two letters, and "GB" rather than "UK".',
      ),
    ],
  },
};

const ENTERPRISE: Readonly<Record<string, Facts>> = {
  employeeNumber: {
    activeDirectory: ['employeeNumber'],
    notes: [entra('By default `employeeId` is filled from `externalId`, not from this.')],
  },
  costCenter: { notes: [entra('Not mapped by default; its usual target is `employeeOrgData.costCenter`.')] },
  organization: {
    activeDirectory: ['company'],
    limit: [64, 'companyName'],
    notes: [entra('Not mapped to Entra ID by default; its usual target is `companyName`.')],
  },
  division: {
    activeDirectory: ['division'],
    notes: [entra('Not mapped to Entra ID by default; its usual target is `employeeOrgData.division`.')],
  },
  department: { ...same('department'), limit: [64, 'department'] },
  manager: same('manager'),
  'manager.value': {
    ...same('manager'),
    notes: [
      entra(
        'The manager is found by `externalId`, and must be in the same upload, or have come through the same job, and be in its scope.',
      ),
      entra('Only a direct mapping resolves it in the job: what has to be changed about it must be changed here.'),
    ],
  },
  'manager.$ref': { notes: [entra('No effect is documented: the manager is found by `value`.')] },
  'manager.displayName': {
    notes: [rfc('Read-only.'), entra('No effect is documented: the manager is found by `value`.')],
  },
};

const TABLES = { user: USER, enterprise: ENTERPRISE } as const;

/** Sub-attributes with the same meaning in every list (RFC 7643, section 2.4). */
const SHARED: Readonly<Record<string, Facts>> = {
  type: { notes: [rfc('A label such as "work" or "home". A filter in the path writes it.')] },
  primary: { notes: [rfc('true on one element at most.')] },
  display: { notes: [rfc('For people to read.')] },
};
