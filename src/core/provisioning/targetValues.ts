import type { JsonObject } from '../json/jsonValue';
import type { AttributeFlow } from './defaultMapping';
import { sourceValue } from './sourceValue';

/**
 * What the mapping makes of a resource: target values, by attribute. An attribute that the resource does not mention is
 * not there, and keeps its value in the directory: null values do not flow unless a job is told to let them. References
 * are not values and are read with `managerOf`.
 */
export function targetValues(
  resource: JsonObject,
  mapping: readonly AttributeFlow[],
  defaultDomain: string,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const flow of mapping) {
    if (flow.transformation === 'reference') continue;
    const source = sourceValue(resource, flow.source);
    const value = source === undefined ? flow.whenAbsent : transform(source, flow, defaultDomain);
    if (value !== undefined) values.set(flow.target, value);
  }
  return values;
}

/** The externalId of the manager that the resource names. */
export function managerOf(resource: JsonObject, mapping: readonly AttributeFlow[]): string | undefined {
  const flow = mapping.find((candidate) => candidate.transformation === 'reference');
  return (flow && sourceValue(resource, flow.source)) || undefined;
}

function transform(source: string, flow: AttributeFlow, defaultDomain: string): string | undefined {
  switch (flow.transformation) {
    case 'direct':
    case 'reference':
      return source;
    case 'local-part':
      return localPart(source);
    case 'local-part-in-default-domain':
      return `${localPart(source)}@${defaultDomain}`;
    case 'switch':
      return source === 'True' || source === 'False' ? source : flow.whenAbsent;
  }
}

function localPart(userName: string): string {
  const at = userName.indexOf('@');
  return at < 0 ? userName : userName.slice(0, at);
}
