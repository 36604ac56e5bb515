import { ENTERPRISE_USER_URN } from '../scim/urns';

/** How a source value becomes the target's value. */
export type Transformation =
  | 'direct'
  /** The part before the first `@`. */
  | 'local-part'
  /** The part before the first `@`, in the tenant's default domain. */
  | 'local-part-in-default-domain'
  /** `True` and `False` as they are; see {@link AttributeFlow.whenAbsent}. */
  | 'switch'
  /** The account that the same job provisioned for the externalId. */
  | 'reference';

/** One line of a job's attribute mapping: where a target attribute gets its value. */
export interface AttributeFlow {
  readonly target: string;
  /** The source attribute, written as in the job's schema. */
  readonly source: string;
  readonly transformation: Transformation;
  /** What flows when the resource does not say; without it nothing flows and the target keeps its value. */
  readonly whenAbsent?: string;
}

/** Accounts are matched by this pair. Source: Entra, inbound provisioning FAQ. */
export const MATCHING_SOURCE = 'externalId';
export const MATCHING_TARGET = 'employeeId';

const work = (list: string, name: string): string => `${list}[type eq "work"].${name}`;
const enterprise = (name: string): string => `${ENTERPRISE_USER_URN}:${name}`;

/**
 * The attribute mapping that an API-driven job to Entra ID starts with. Microsoft does not publish it as text; this is
 * what is documented, demonstrated, or has to be there for accounts to be made at all. A tenant's own job may differ:
 * its schema is the truth.
 *
 * `accountEnabled` is `Switch([active], , "False", "False", "True", "True")`. An operation that leaves `active` out has
 * been seen to disable existing accounts (AzureAD/entra-id-inbound-provisioning #16), so nothing reads as false.
 */
export const defaultMapping: readonly AttributeFlow[] = [
  { target: MATCHING_TARGET, source: MATCHING_SOURCE, transformation: 'direct' },
  { target: 'userPrincipalName', source: 'userName', transformation: 'local-part-in-default-domain' },
  { target: 'accountEnabled', source: 'active', transformation: 'switch', whenAbsent: 'False' },
  { target: 'displayName', source: 'displayName', transformation: 'direct' },
  { target: 'givenName', source: 'name.givenName', transformation: 'direct' },
  { target: 'surname', source: 'name.familyName', transformation: 'direct' },
  { target: 'jobTitle', source: 'title', transformation: 'direct' },
  { target: 'mailNickname', source: 'userName', transformation: 'local-part' },
  { target: 'department', source: enterprise('department'), transformation: 'direct' },
  { target: 'manager', source: enterprise('manager.value'), transformation: 'reference' },
  { target: 'telephoneNumber', source: work('phoneNumbers', 'value'), transformation: 'direct' },
  { target: 'streetAddress', source: work('addresses', 'streetAddress'), transformation: 'direct' },
  { target: 'city', source: work('addresses', 'locality'), transformation: 'direct' },
  { target: 'state', source: work('addresses', 'region'), transformation: 'direct' },
  { target: 'postalCode', source: work('addresses', 'postalCode'), transformation: 'direct' },
  { target: 'country', source: work('addresses', 'country'), transformation: 'direct' },
  { target: 'preferredLanguage', source: 'preferredLanguage', transformation: 'direct' },
];
