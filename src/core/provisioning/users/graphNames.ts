import type { JobFlavour } from '../job/compiledJob';

/**
 * Properties of Graph's users that job schemas know by older names. Source: Microsoft Graph, resource type user; the
 * sample of a schema on its page objectDefinition.
 */
const ENTRA: readonly (readonly [graph: string, target: string])[] = [
  ['mobilePhone', 'mobile'],
  ['officeLocation', 'physicalDeliveryOfficeName'],
  ['faxNumber', 'facsimileTelephoneNumber'],
  ['businessPhones', 'telephoneNumber'],
  ['onPremisesSyncEnabled', 'dirSyncEnabled'],
  ...Array.from({ length: 15 }, (_, index): readonly [string, string] => {
    const name = `extensionAttribute${index + 1}`;
    return [`onPremisesExtensionAttributes.${name}`, name];
  }),
];
const toTarget = new Map(ENTRA);
const toGraph = new Map(ENTRA.map(([graph, target]) => [target, graph]));

/** Graph's `customSecurityAttributes.Set.Name` is `CustomSecurityAttributes.Set_Name` in schemas. */
const SECURITY = /^customSecurityAttributes\.([^._]+)\.([^.]+)$/;
const SECURITY_TARGET = /^CustomSecurityAttributes\.([^._]+)_(.+)$/;

/** @param path a property of a user; nested properties are separated by dots */
export function targetNameOf(path: string, flavour: JobFlavour): string {
  if (flavour === 'API2AD') return path;
  const security = SECURITY.exec(path);
  if (security !== null) return `CustomSecurityAttributes.${security[1]}_${security[2]}`;
  return toTarget.get(path) ?? path;
}

export function graphPathOf(target: string, flavour: JobFlavour): string {
  if (flavour === 'API2AD') return target;
  const security = SECURITY_TARGET.exec(target);
  if (security !== null) return `customSecurityAttributes.${security[1]}.${security[2]}`;
  return toGraph.get(target) ?? target;
}

/** Whether a property is a list in Graph but a single value in schemas. */
export function isListInGraph(path: string, flavour: JobFlavour): boolean {
  return flavour === 'API2AAD' && path === 'businessPhones';
}

/**
 * Properties that `$select` can request for a list of users with no more than User.Read.All; Graph rejects unknown
 * names. Source: Microsoft Graph, resource type user.
 */
const SELECTABLE = new Set([
  'accountEnabled',
  'ageGroup',
  'businessPhones',
  'city',
  'companyName',
  'consentProvidedForMinor',
  'country',
  'department',
  'displayName',
  'employeeHireDate',
  'employeeId',
  'employeeOrgData',
  'employeeType',
  'faxNumber',
  'givenName',
  'jobTitle',
  'mail',
  'mailNickname',
  'manager',
  'mobilePhone',
  'officeLocation',
  'onPremisesExtensionAttributes',
  'otherMails',
  'postalCode',
  'preferredLanguage',
  'showInAddressList',
  'state',
  'streetAddress',
  'surname',
  'usageLocation',
  'userType',
]);
const DIRECTORY_EXTENSION = /^extension_[0-9a-f]{32}_\w+$/i;

/**
 * The user properties to request from Graph for a job that writes these attributes, sorted by name, including what
 * every prediction needs. `unread` lists the attributes that cannot be requested.
 */
export function propertiesOf(targets: Iterable<string>): {
  readonly properties: readonly string[];
  readonly unread: readonly string[];
} {
  const wanted = new Set(['accountEnabled', 'id', 'onPremisesSyncEnabled', 'userPrincipalName']);
  const unread: string[] = [];
  for (const target of targets) {
    const [property = ''] = graphPathOf(target, 'API2AAD').split('.');
    if (SELECTABLE.has(property) || DIRECTORY_EXTENSION.test(property)) wanted.add(property);
    else if (!wanted.has(property)) unread.push(target);
  }
  return { properties: [...wanted].sort(), unread };
}
