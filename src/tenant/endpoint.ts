import type { ServiceFilter } from '../core/logs/list/logFilter';
import type { CloudName } from './clouds';
import { clouds, cloudOfGraph } from './clouds';
import { describeEndpointFault } from './endpointFault';
import type { UserFilter } from './reading/userFilters';
import { encodedFilter } from './reading/userFilters';

/** A Microsoft Graph endpoint. Its origin is a constant or the sandbox's, and never comes from pasted text. */
export interface Graph {
  readonly kind: 'sandbox' | 'real';
  readonly origin: string;
  readonly version: 'v1.0' | 'beta';
}

/** The bulkUpload endpoint of a job. */
export interface Endpoint extends Graph {
  readonly servicePrincipalId: string;
  readonly jobId: string;
}

const ADDRESS =
  /^(https?):\/\/([^/?#]+)\/(v1\.0|beta)\/servicePrincipals\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/synchronization\/jobs\/([a-z0-9][a-z0-9._-]{0,127})\/bulkUpload\/?$/i;
const SANDBOX_HOST = /^127\.0\.0\.1:(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;

/**
 * Parses a provisioning API endpoint as the portal shows it, or says which part is wrong. Nothing is repaired: an
 * address that only resembles Graph's must not receive a token.
 */
export function parseEndpoint(text: string): Endpoint | { readonly refusal: string } {
  const pasted = text.trim();
  const [, scheme = '', host = '', version = '', servicePrincipalId = '', jobId = ''] = ADDRESS.exec(pasted) ?? [];
  const rest = { version: version.toLowerCase() === 'beta' ? 'beta' : 'v1.0', servicePrincipalId, jobId } as const;
  if (scheme.toLowerCase() === 'http' && SANDBOX_HOST.test(host)) {
    return { kind: 'sandbox', origin: `http://${host}`, ...rest };
  }
  const cloud = scheme.toLowerCase() === 'https' ? cloudOfGraph(`https://${host.toLowerCase()}`) : undefined;
  if (cloud !== undefined) return { kind: 'real', origin: clouds[cloud].graph, ...rest };
  return {
    refusal: `This is not a provisioning API endpoint: ${describeEndpointFault(pasted)}. Expected the form https://graph.microsoft.com/v1.0/servicePrincipals/…/synchronization/jobs/…/bulkUpload.`,
  };
}

/** The Graph of a cloud. */
export function cloudGraph(cloud: CloudName): Graph {
  return { kind: 'real', origin: clouds[cloud].graph, version: 'v1.0' };
}

/** The endpoint of a job in a cloud. The caller must have checked its ids by {@link isGuid} and {@link isJobId}. */
export function cloudEndpoint(cloud: CloudName, servicePrincipalId: string, jobId: string): Endpoint {
  return { ...cloudGraph(cloud), servicePrincipalId, jobId };
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const JOB_ID = /^[a-z0-9][a-z0-9._-]{0,127}$/i;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

export function isJobId(text: string): boolean {
  return JOB_ID.test(text);
}

export function uploadAddress(endpoint: Endpoint): string {
  return `${jobAddress(endpoint)}/bulkUpload`;
}

/** @param top maximum page size; default: the service's choice */
export function logAddress(
  { origin, version, jobId }: Endpoint,
  { since, until, person }: ServiceFilter = {},
  top?: number,
): string {
  const clauses = [`jobid eq ${quoted(jobId)}`];
  if (since !== undefined) clauses.push(`activityDateTime ge ${since}`);
  if (until !== undefined) clauses.push(`activityDateTime lt ${until}`);
  if (person !== undefined) clauses.push(`sourceIdentity/id eq ${quoted(person)}`);
  const limit = top === undefined ? '' : `&$top=${top}`;
  return `${origin}/${version}/auditLogs/provisioning?$filter=${encodeURIComponent(clauses.join(' and '))}${limit}`;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

export function jobsAddress({ origin, version, servicePrincipalId }: Omit<Endpoint, 'jobId'>): string {
  return `${origin}/${version}/servicePrincipals/${servicePrincipalId}/synchronization/jobs`;
}

export function jobAddress(endpoint: Endpoint): string {
  return `${jobsAddress(endpoint)}/${endpoint.jobId}`;
}

export function schemaAddress(endpoint: Endpoint): string {
  return `${jobAddress(endpoint)}/schema`;
}

export function domainsAddress({ origin, version }: Graph): string {
  return `${origin}/${version}/domains`;
}

export function organizationAddress({ origin, version }: Graph): string {
  return `${origin}/${version}/organization?$select=id,verifiedDomains`;
}

/** The page sizes are the documented maximum. Source: Microsoft Graph, list users. */
export function usersAddress({ origin, version }: Graph, properties: readonly string[], where?: UserFilter): string {
  const select = properties.filter((name) => name !== 'manager').join(',');
  const expand = properties.includes('manager') ? `&$expand=${encodeURIComponent('manager($select=id)')}` : '';
  const filter = where === undefined ? '' : `&$filter=${encodedFilter(where)}`;
  return `${origin}/${version}/users?$select=${encodeURIComponent(select)}&$top=999${expand}${filter}`;
}

/** An address that all parsers read in the same way: printable ASCII, with spaces only in its query. */
const PLAIN_ADDRESS = /^https?:\/\/[a-z0-9.-]+(?::\d+)?\/[!"$->@-[\]-~]*(?:\?[ !"$-[\]-~]*)?$/i;
/** Maximum characters of a next page's address. Skip tokens are long, but shorter than this. */
const MAX_ADDRESS = 16_384;

/**
 * The next page's address, if it has the same origin and path as the current page; otherwise `undefined`. A sandbox
 * behind a proxy returns its own port, which is replaced by the proxy's.
 */
export function nextPageAddress(nextLink: string, page: string): string | undefined {
  if (nextLink.length > MAX_ADDRESS || !PLAIN_ADDRESS.test(nextLink) || !URL.canParse(nextLink)) return undefined;
  const [next, current] = [new URL(nextLink), new URL(page)];
  if (isSandbox(next) && isSandbox(current)) next.port = current.port;
  const same = next.origin === current.origin && trimSlash(next.pathname) === trimSlash(current.pathname);
  return same && next.username === '' && next.password === '' ? next.href : undefined;
}

function isSandbox({ protocol, host }: URL): boolean {
  return protocol === 'http:' && SANDBOX_HOST.test(host);
}

function trimSlash(path: string): string {
  return path.replace(/\/$/, '');
}
