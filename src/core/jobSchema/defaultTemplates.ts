import { ENTERPRISE_USER_URN } from '../scim/urns';

/** An attribute of a directory. By default it is a single text that can be read and written. */
export interface DefaultAttribute {
  readonly name: string;
  readonly type?: 'Boolean' | 'DateTime' | 'Reference';
  readonly anchor?: true;
  readonly required?: true;
  readonly readOnly?: true;
  readonly metadata?: readonly (readonly [string, string])[];
  /** The names of objects and of their properties. */
  readonly refersTo?: readonly (readonly [string, string | null])[];
}

/** Target, source expression, flow type. */
type DefaultFlow = readonly [target: string, expression: string, flowType?: 'Always' | 'ObjectAddOnly'];

export interface DefaultTemplate {
  readonly directoryId: string;
  readonly directory: string;
  readonly metadata: readonly (readonly [string, string])[];
  readonly attributes: readonly DefaultAttribute[];
  readonly matching: string;
  readonly flows: readonly DefaultFlow[];
}

const enterprise = (name: string): string => `${ENTERPRISE_USER_URN}:${name}`;
const plain = (...names: readonly string[]): readonly DefaultAttribute[] => names.map((name) => ({ name }));

export const templateSourceAttributes: readonly DefaultAttribute[] = [
  { name: 'externalId', anchor: true, required: true },
  { name: 'userName', required: true },
  { name: 'active', type: 'Boolean' },
  ...plain('displayName', 'nickName', 'title', 'userType', 'preferredLanguage', 'locale', 'timezone', 'profileUrl'),
  ...plain('name.formatted', 'name.familyName', 'name.givenName', 'name.middleName'),
  ...plain('name.honorificPrefix', 'name.honorificSuffix'),
  ...plain('emails[type eq "work"].value', 'phoneNumbers[type eq "work"].value'),
  ...plain('addresses[type eq "work"].formatted', 'addresses[type eq "work"].streetAddress'),
  ...plain('addresses[type eq "work"].locality', 'addresses[type eq "work"].region'),
  ...plain('addresses[type eq "work"].postalCode', 'addresses[type eq "work"].country'),
  ...plain(...['employeeNumber', 'costCenter', 'organization', 'division', 'department'].map(enterprise)),
  { name: enterprise('manager'), type: 'Reference', refersTo: [[ENTERPRISE_USER_URN, 'externalId']] },
];

const LOCAL_PART = 'Replace([userName], , "(?<Suffix>@(.)*)", "Suffix", "", , )';
const IN_DEFAULT_DOMAIN = `Join("", ${LOCAL_PART}, "@", DefaultDomain())`;
const work = (path: string): string => `[${path.replace('.', '[type eq "work"].')}]`;

const entra: DefaultTemplate = {
  directoryId: '66e4a8cc-1b7b-435e-95f8-f06cea133828',
  directory: 'Azure Active Directory',
  metadata: [
    ['IsSoftDeletionSupported', 'true'],
    ['PropertyNameAccountEnabled', 'accountEnabled'],
    ['PropertyNameSoftDeleted', 'IsSoftDeleted'],
  ],
  attributes: [
    { name: 'objectId', anchor: true, readOnly: true },
    { name: 'employeeId' },
    { name: 'userPrincipalName', required: true, metadata: [['IsDomainQualified', 'true']] },
    { name: 'accountEnabled', type: 'Boolean', required: true },
    { name: 'displayName', required: true, metadata: [['MaximumLength', '256']] },
    ...plain('givenName', 'surname', 'jobTitle', 'mailNickname', 'department', 'companyName', 'employeeType'),
    ...plain('employeeOrgData.costCenter', 'employeeOrgData.division', 'telephoneNumber', 'mobile', 'streetAddress'),
    ...plain('city', 'state', 'postalCode', 'country', 'physicalDeliveryOfficeName', 'preferredLanguage'),
    ...plain('usageLocation', 'mail'),
    { name: 'employeeHireDate', type: 'DateTime' },
    { name: 'employeeLeaveDateTime', type: 'DateTime' },
    { name: 'IsSoftDeleted', type: 'Boolean' },
    { name: 'manager', type: 'Reference', refersTo: [['User', null]] },
  ],
  matching: 'employeeId',
  flows: [
    ['employeeId', '[externalId]'],
    ['userPrincipalName', IN_DEFAULT_DOMAIN],
    ['accountEnabled', 'Switch([active], , "False", "False", "True", "True")'],
    ['displayName', '[displayName]'],
    ['givenName', '[name.givenName]'],
    ['surname', '[name.familyName]'],
    ['jobTitle', '[title]'],
    ['mailNickname', LOCAL_PART],
    ['department', `[${enterprise('department')}]`],
    ['manager', `[${enterprise('manager')}]`],
    ['telephoneNumber', work('phoneNumbers.value')],
    ['streetAddress', work('addresses.streetAddress')],
    ['city', work('addresses.locality')],
    ['state', work('addresses.region')],
    ['postalCode', work('addresses.postalCode')],
    ['country', work('addresses.country')],
    ['preferredLanguage', '[preferredLanguage]'],
  ],
};

/** Approximated throughout; the organization goes to `company`, not to `division`. */
const activeDirectory: DefaultTemplate = {
  directoryId: 'a1a1a1a1-0000-0000-0000-000000000003',
  directory: 'Active Directory',
  metadata: [['PropertyNameAccountEnabled', 'accountDisabled']],
  attributes: [
    { name: 'objectGUID', anchor: true, readOnly: true },
    { name: 'employeeID' },
    { name: 'userPrincipalName', required: true, metadata: [['IsDomainQualified', 'true']] },
    { name: 'sAMAccountName', required: true },
    { name: 'cn', required: true },
    { name: 'accountDisabled', type: 'Boolean' },
    ...plain('parentDistinguishedName', 'displayName', 'givenName', 'sn', 'title', 'department', 'division', 'company'),
    ...plain('employeeNumber', 'telephoneNumber', 'mobile', 'streetAddress', 'l', 'st', 'postalCode', 'co', 'c'),
    ...plain('physicalDeliveryOfficeName', 'preferredLanguage', 'mail', 'msDS-cloudExtensionAttribute1'),
    { name: 'distinguishedName', readOnly: true },
    { name: 'manager', type: 'Reference', refersTo: [['User', null]] },
  ],
  matching: 'employeeID',
  flows: [
    ['employeeID', '[externalId]'],
    ['userPrincipalName', IN_DEFAULT_DOMAIN],
    ['sAMAccountName', `Left(${LOCAL_PART}, 20)`, 'ObjectAddOnly'],
    ['cn', '[displayName]', 'ObjectAddOnly'],
    ['accountDisabled', 'Switch([active], , "True", "False", "False", "True")'],
    ['displayName', '[displayName]'],
    ['givenName', '[name.givenName]'],
    ['sn', '[name.familyName]'],
    ['title', '[title]'],
    ['department', `[${enterprise('department')}]`],
    ['company', `[${enterprise('organization')}]`],
    ['manager', `[${enterprise('manager')}]`],
    ['employeeNumber', `[${enterprise('employeeNumber')}]`],
    ['telephoneNumber', work('phoneNumbers.value')],
    ['streetAddress', work('addresses.streetAddress')],
    ['l', work('addresses.locality')],
    ['st', work('addresses.region')],
    ['postalCode', work('addresses.postalCode')],
    ['co', work('addresses.country')],
    ['preferredLanguage', '[preferredLanguage]'],
  ],
};

export const defaultTemplates = { API2AAD: entra, API2AD: activeDirectory } as const;
