import type { JobFlavour } from './compiledJob';

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
