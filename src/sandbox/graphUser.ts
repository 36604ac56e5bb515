import type { JsonObject, JsonValue } from '../core/json/jsonValue';
import type { DirectoryUser } from '../core/provisioning/directory';
import type { TargetValue } from '../core/provisioning/targetValue';

/** Attributes that a job's schema calls otherwise than Graph. Source: Microsoft Graph, resource type user; Entra, attribute lists. */
const graphNames: ReadonlyMap<string, string> = new Map([
  ['physicalDeliveryOfficeName', 'officeLocation'],
  ['mobile', 'mobilePhone'],
  ['facsimileTelephoneNumber', 'faxNumber'],
]);

/** An account as Graph writes a user. */
export function graphUser({ id, values }: DirectoryUser): JsonObject {
  const members = [...values].map(([name, value]): readonly [string, JsonValue] => {
    if (name === 'manager') return ['manager', { id: json(value) }];
    if (name === 'telephoneNumber') return ['businessPhones', [json(value)]];
    return [graphNames.get(name) ?? name, json(value)];
  });
  return Object.fromEntries([['id', id], ['businessPhones', []], ...members]);
}

function json(value: TargetValue): JsonValue {
  return typeof value === 'bigint' ? value.toString() : value;
}
