import type { Refusal } from './refusal';
import { invalidDomain, invalidUserPrincipalName, mandatoryFieldsMissing, valueTooLong } from './refusal';

/**
 * The longest values that Entra takes, in characters. Attributes that are not here have no documented limit.
 * Source: Microsoft Graph, resource type user, read 2026-11.
 */
export const maximumLengths: ReadonlyMap<string, number> = new Map([
  ['displayName', 256],
  ['mailNickname', 64],
  ['employeeId', 16],
  ['givenName', 64],
  ['surname', 64],
  ['jobTitle', 128],
  ['department', 64],
  ['companyName', 64],
  ['streetAddress', 1024],
  ['city', 128],
  ['state', 128],
  ['postalCode', 40],
  ['country', 128],
  ['mobile', 64],
  ['usageLocation', 2],
]);

/** What an account cannot be without. Source as above; the password is the service's own affair. */
export const requiredAttributes = ['userPrincipalName', 'displayName', 'mailNickname', 'accountEnabled'] as const;

/** The username policy. Source: Entra, concept-sspr-policy, read 2026-11. */
const LOCAL_PART = /^[A-Za-z0-9'.\-_!#^~]+$/;
const MAX_LOCAL_PART = 64;
const MAX_DOMAIN = 48;

/** The first attribute of these that the directory does not take, as a refusal. */
export function refuseValues(
  values: ReadonlyMap<string, string>,
  verifiedDomains: readonly string[],
): Refusal | undefined {
  for (const [attribute, value] of values) {
    const limit = maximumLengths.get(attribute) ?? Infinity;
    const refusal =
      attribute === 'userPrincipalName'
        ? refuseUserPrincipalName(value, verifiedDomains)
        : value.length > limit && valueTooLong(attribute, value.length, limit);
    if (refusal) return refusal;
  }
  return undefined;
}

/** What would be missing from an account with these values. */
export function refuseMissing(values: ReadonlyMap<string, string>): Refusal | undefined {
  const missing = requiredAttributes.filter((attribute) => (values.get(attribute) ?? '') === '');
  return missing.length === 0 ? undefined : mandatoryFieldsMissing(missing);
}

export function refuseUserPrincipalName(name: string, verifiedDomains: readonly string[]): Refusal | undefined {
  const at = name.lastIndexOf('@');
  const [local, domain] = [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
  if (!LOCAL_PART.test(local)) {
    return invalidUserPrincipalName('Only letters, digits and \' . - _ ! # ^ ~ may stand before the "@".');
  }
  if (local.endsWith('.')) return invalidUserPrincipalName('A period must not stand right before the "@".');
  if (local.length > MAX_LOCAL_PART) {
    return invalidUserPrincipalName(`At most ${MAX_LOCAL_PART} characters may stand before the "@".`);
  }
  if (domain.length > MAX_DOMAIN) return invalidUserPrincipalName(`A domain has at most ${MAX_DOMAIN} characters.`);
  const verified = verifiedDomains.some((known) => known.toLowerCase() === domain.toLowerCase());
  return verified ? undefined : invalidDomain(domain);
}
