import type { JobFlavour } from './compiledJob';
import type { Refusal } from '../directory/refusal';
import {
  invalidDomain,
  invalidUserPrincipalName,
  mandatoryFieldsMissing,
  masteredOnPremises,
  userPrincipalNameInUse,
  valueInUse,
  valueNotAllowed,
  valueLengthRefusal,
} from '../directory/refusal';
import type { Directory } from '../directory/directory';
import type { TargetValue, TargetValues } from '../directory/targetValue';
import { targetText, targetTextOf } from '../directory/targetValue';

/**
 * Maximum lengths that Entra accepts, in characters. Attributes that are not listed have no documented limit. Source:
 * Microsoft Graph, resource type user, read 2026-11.
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

/** Well-known limits of Active Directory itself; the service's documentation does not have them. */
export const adMaximumLengths: ReadonlyMap<string, number> = new Map([
  ['sAMAccountName', 20],
  ['cn', 64],
]);

/** Required attributes of an account. Source as above; the service sets the password itself. */
const REQUIRED: Readonly<Record<JobFlavour, readonly string[]>> = {
  API2AAD: ['userPrincipalName', 'displayName', 'mailNickname', 'accountEnabled'],
  // Approximated: an object of Active Directory needs a name; everything else follows the schema
  API2AD: ['cn'],
};

const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map([['userType', ['Member', 'Guest']]]);

/** Attributes that no job writes, with any mapping. Sources: Graph, user; Entra, HR user update issues (`mail`). */
const SYSTEM: Readonly<Record<JobFlavour, ReadonlySet<string>>> = {
  API2AAD: new Set([
    'IsSoftDeleted',
    'dirSyncEnabled',
    'mail',
    'objectId',
    'onPremisesImmutableId',
    'onPremisesSecurityIdentifier',
    'originalUserPrincipalName',
    'passwordProfile.password',
    'proxyAddresses',
  ]),
  API2AD: new Set(['IsSoftDeleted', 'distinguishedName', 'objectGUID']),
};

export function isSystemAttribute(name: string, flavour: JobFlavour): boolean {
  return SYSTEM[flavour].has(name);
}

/** An account that is about to be written. */
export interface Proposal {
  readonly id: string;
  readonly isNew: boolean;
  readonly before: TargetValues;
  /** All values after the change. */
  readonly after: TargetValues;
  /** The attributes that would change. */
  readonly written: ReadonlySet<string>;
  /** Attributes that the schema requires in addition to the directory. */
  readonly required: Iterable<string>;
  /** Maximum lengths from the schema's metadata. */
  readonly limits: ReadonlyMap<string, number>;
}

/** Why the directory rejects the account: the first reason found, in the order in which the service probably checks. */
export function refuseAccount(
  proposal: Proposal,
  directory: Directory,
  flavour: JobFlavour,
  verifiedDomains: readonly string[],
): Refusal | undefined {
  const { before, after, isNew } = proposal;
  if (flavour === 'API2AAD' && !isNew && isMasteredOnPremises(before)) return masteredOnPremises;
  const missing = [...new Set([...REQUIRED[flavour], ...proposal.required])].filter(
    (attribute) => targetTextOf(after, attribute) === '' && (isNew || proposal.written.has(attribute)),
  );
  if (missing.length > 0) return mandatoryFieldsMissing(missing);
  for (const attribute of proposal.written) {
    const value = after.get(attribute);
    const refusal =
      value === undefined ? undefined : refuseValue(attribute, value, proposal, directory, flavour, verifiedDomains);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Source: Entra, HR user update issues: updates of such users fail in a job to Entra ID. */
function isMasteredOnPremises(values: TargetValues): boolean {
  return values.get('dirSyncEnabled') === true;
}

/**
 * Attributes that are unique in Active Directory. Approximated: from its own rules, not from the service's
 * documentation.
 */
const AD_UNIQUE = new Set(['userPrincipalName', 'sAMAccountName']);

function refuseValue(
  attribute: string,
  value: TargetValue,
  { id, limits }: Proposal,
  directory: Directory,
  flavour: JobFlavour,
  verifiedDomains: readonly string[],
): Refusal | undefined {
  const own = flavour === 'API2AAD' ? maximumLengths : adMaximumLengths;
  const limit = Math.min(own.get(attribute) ?? Infinity, limits.get(attribute) ?? Infinity);
  const isTaken = (): boolean => directory.withValue(attribute, targetText(value)).some((holder) => holder.id !== id);
  if (flavour === 'API2AAD' && attribute === 'userPrincipalName') {
    const refusal = refuseUserPrincipalName(targetText(value), verifiedDomains);
    if (refusal !== undefined) return refusal;
    return isTaken() ? userPrincipalNameInUse : undefined;
  }
  if (flavour === 'API2AD' && AD_UNIQUE.has(attribute) && isTaken()) return valueInUse(attribute);
  const longest = Math.max(0, ...textsOf(value).map(({ length }) => length));
  if (longest > limit) return valueLengthRefusal(attribute, longest, limit);
  const allowed = flavour === 'API2AAD' ? ALLOWED.get(attribute) : undefined;
  return allowed === undefined || allowed.includes(targetText(value)) ? undefined : valueNotAllowed(attribute, allowed);
}

function textsOf(value: TargetValue): readonly string[] {
  return typeof value === 'object' ? value : [targetText(value)];
}

/** The username policy. Source: Entra, concept-sspr-policy, read 2026-11. */
const LOCAL_PART = /^[A-Za-z0-9'.\-_!#^~]+$/;
const MAX_LOCAL_PART = 64;
const MAX_DOMAIN = 48;

export function refuseUserPrincipalName(name: string, verifiedDomains: readonly string[]): Refusal | undefined {
  const at = name.lastIndexOf('@');
  const [local, domain] = [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
  if (!LOCAL_PART.test(local)) {
    return invalidUserPrincipalName('Only letters, digits and \' . - _ ! # ^ ~ may come before the "@".');
  }
  if (local.endsWith('.')) return invalidUserPrincipalName('A period must not come right before the "@".');
  if (local.length > MAX_LOCAL_PART) {
    return invalidUserPrincipalName(`At most ${MAX_LOCAL_PART} characters may come before the "@".`);
  }
  if (domain.length > MAX_DOMAIN) return invalidUserPrincipalName(`A domain has at most ${MAX_DOMAIN} characters.`);
  const verified = verifiedDomains.some((known) => known.toLowerCase() === domain.toLowerCase());
  return verified ? undefined : invalidDomain(domain);
}
