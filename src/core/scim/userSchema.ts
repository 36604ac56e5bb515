import type { AttributeDefinition, ScimType, SchemaDefinition } from './schema';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from './urns';

function simple(name: string, description: string, type: ScimType = 'string'): AttributeDefinition {
  return { name, type, description };
}

function complex(
  name: string,
  description: string,
  subAttributes: readonly AttributeDefinition[],
): AttributeDefinition {
  return { name, type: 'complex', description, subAttributes };
}

/** A multi-valued attribute whose elements are distinguished by `type` (RFC 7643, section 2.4). */
function elements(name: string, description: string, ...own: readonly AttributeDefinition[]): AttributeDefinition {
  return {
    name,
    type: 'complex',
    multiValued: true,
    description,
    subAttributes: [
      ...own,
      simple('type', 'What kind of element this is, such as "work".'),
      simple('primary', 'Whether this is the preferred element; at most one is.', 'boolean'),
    ],
  };
}

const value = (description: string, type: ScimType = 'string') => simple('value', description, type);
const display = simple('display', 'A name of the element for people to read.');

/** User (RFC 7643, section 4.1). `externalId`, which all resources share (section 3.1), comes first. */
export const USER_SCHEMA: SchemaDefinition = {
  urn: CORE_USER_URN,
  name: 'User',
  attributes: [
    simple('externalId', 'The identifier of the person in the system of record.'),
    simple('userName', 'The name by which the person signs in.'),
    complex('name', 'The parts of the real name.', [
      simple('formatted', 'The full name, ready for display.'),
      simple('familyName', 'The family name.'),
      simple('givenName', 'The given name.'),
      simple('middleName', 'The middle names.'),
      simple('honorificPrefix', 'Titles before the name.'),
      simple('honorificSuffix', 'Titles after the name.'),
    ]),
    simple('displayName', 'The name shown to others.'),
    simple('nickName', 'The casual way to address the person.'),
    simple('profileUrl', "The address of the person's online profile.", 'reference'),
    simple('title', 'The job title.'),
    simple('userType', 'The relation to the organisation, such as "Employee".'),
    simple('preferredLanguage', 'The preferred language, such as "en-US".'),
    simple('locale', 'Where the person is, for currency, dates and numbers.'),
    simple('timezone', 'The time zone, such as "Europe/Berlin".'),
    simple('active', 'Whether the account is enabled: false disables it.', 'boolean'),
    simple('password', 'The clear-text password.'),
    elements('emails', 'E-mail addresses.', value('The address.'), display),
    elements('phoneNumbers', 'Phone numbers.', value('The number.'), display),
    elements('ims', 'Instant messaging addresses.', value('The address.'), display),
    elements('photos', 'Pictures of the person.', value('The address of the picture.', 'reference'), display),
    elements(
      'addresses',
      'Postal addresses.',
      simple('formatted', 'The whole address, ready for an envelope.'),
      simple('streetAddress', 'Street, house, floor.'),
      simple('locality', 'The city.'),
      simple('region', 'The state or region.'),
      simple('postalCode', 'The postal code.'),
      simple('country', 'The country, as ISO 3166-1 alpha-2 ("US").'),
    ),
    {
      name: 'groups',
      type: 'complex',
      multiValued: true,
      readOnly: true,
      description: 'The groups the person is in.',
      subAttributes: [
        value("The group's identifier."),
        simple('$ref', 'The address of the group.', 'reference'),
        display,
        simple('type', 'Direct or indirect.'),
      ],
    },
    elements('entitlements', 'What the person may use.', value('The entitlement.'), display),
    elements('roles', 'What the person is to the organisation.', value('The role.'), display),
    elements(
      'x509Certificates',
      'Certificates of the person.',
      value('The certificate, DER in base64.', 'binary'),
      display,
    ),
  ],
};

/** Enterprise User (RFC 7643, section 4.3). */
export const ENTERPRISE_USER_SCHEMA: SchemaDefinition = {
  urn: ENTERPRISE_USER_URN,
  name: 'EnterpriseUser',
  attributes: [
    simple('employeeNumber', 'The number given by the organisation.'),
    simple('costCenter', 'The cost centre.'),
    simple('organization', 'The organisation.'),
    simple('division', 'The division.'),
    simple('department', 'The department.'),
    complex('manager', 'The manager.', [
      value("The manager's identifier."),
      simple('$ref', "The address of the manager's resource.", 'reference'),
      { name: 'displayName', type: 'string', readOnly: true, description: "The manager's display name." },
    ]),
  ],
};

export const KNOWN_SCHEMAS: readonly SchemaDefinition[] = [USER_SCHEMA, ENTERPRISE_USER_SCHEMA];
