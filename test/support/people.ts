import type { JsonObject } from '../../src/core/json/jsonValue';
import { writeBulkRequest, writeOperation } from '../../src/core/scim/bulkRequest';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../../src/core/scim/urns';

/** A SCIM user with all that an account needs; `more` replaces members, `undefined` takes one away. */
export function person(externalId: string, more: Record<string, unknown> = {}): JsonObject {
  const all = {
    schemas: [CORE_USER_URN, ENTERPRISE_USER_URN],
    externalId,
    userName: `user.${externalId}@example.com`,
    displayName: `Person ${externalId}`,
    active: true,
    ...more,
  };
  return JSON.parse(JSON.stringify(all)) as JsonObject;
}

/** The enterprise extension with a manager. */
export function reportingTo(managerExternalId: string): Record<string, unknown> {
  return { [ENTERPRISE_USER_URN]: { manager: { value: managerExternalId } } };
}

export function bulkBody(...people: readonly JsonObject[]): string {
  return writeBulkRequest(people.map((each, index) => writeOperation(String(index + 1), JSON.stringify(each))));
}
