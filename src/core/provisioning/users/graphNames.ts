import type { JobFlavour } from '../job/compiledJob';

/**
 * Members of Graph's users that job schemas know by older names. Source: Microsoft Graph, resource type user; the sample of a schema on
 * its page objectDefinition.
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

/** `customSecurityAttributes.Set.Name` of Graph is `CustomSecurityAttributes.Set_Name` of schemas. */
const SECURITY = /^customSecurityAttributes\.([^._]+)\.([^.]+)$/;
const SECURITY_TARGET = /^CustomSecurityAttributes\.([^._]+)_(.+)$/;

/** @param path a member of a user, those of objects in it with dots between */
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

/** Lists in Graph, one value in schemas. */
export function isListInGraph(path: string, flavour: JobFlavour): boolean {
  return flavour === 'API2AAD' && path === 'businessPhones';
}

/**
 * Properties that a list of users gives when `$select` asks for them, with no more than User.Read.All; Graph refuses a name that it does
 * not know. Source: Microsoft Graph, resource type user.
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
 * What to ask of Graph's users for a job that writes these attributes, in the order of names: with what every prediction needs.
 * `unread` are the attributes that cannot be asked for.
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
