import type { JsonObject, JsonValue } from '../core/json/jsonValue';
import type { DirectoryUser } from '../core/provisioning/directory';

/** Attributes that a job's schema calls otherwise than Graph. Source: Microsoft Graph, resource type user; Entra, attribute lists. */
const graphNames: ReadonlyMap<string, string> = new Map([
  ['physicalDeliveryOfficeName', 'officeLocation'],
  ['mobile', 'mobilePhone'],
  ['facsimileTelephoneNumber', 'faxNumber'],
]);

/** An account as Graph writes a user. */
export function graphUser({ id, values }: DirectoryUser): JsonObject {
  const user: Record<string, JsonValue> = { id, businessPhones: [] };
  for (const [name, value] of values) {
    if (name === 'accountEnabled') user.accountEnabled = value === 'True';
    else if (name === 'manager') user.manager = { id: value };
    else if (name === 'telephoneNumber') user.businessPhones = [value];
    else user[graphNames.get(name) ?? name] = value;
  }
  return user;
}
