import { readJson, sayUnread } from '../core/json/jsonValue';
import { parseLogPage } from '../core/logs/logPage';
import { parseUsersPage } from '../core/provisioning/users/usersPage';
import { domainsAddress, jobAddress, logAddress, organizationAddress, schemaAddress, usersAddress } from './endpoint';
import type { HttpTenantOptions } from './exchange';
import { exchange } from './exchange';
import { MAX_JOB_ANSWER, MAX_LOG_ANSWER, MAX_LOG_PAGES, MAX_SCHEMA_ANSWER, MAX_USER_PAGES } from './limits';
import { RejectedError, TenantError } from './errors';
import type { Domains } from './parseDomains';
import { parseDomains, parseOrganization } from './parseDomains';
import { parseJob } from './parseJob';
import type { PagedList } from './readPages';
import { readPage, readPages } from './readPages';
import type { Tenant } from './tenant';
import { createUploader } from './uploader';

export type { HttpTenantOptions } from './exchange';

const log: PagedList<ReturnType<typeof parseLogPage>> = {
  name: 'provisioning log',
  parse: parseLogPage,
  limit: MAX_LOG_ANSWER,
  maxPages: MAX_LOG_PAGES,
  remedyOfMore: 'Choose a shorter time.',
  permission: 'ProvisioningLog.Read.All',
};
const users: PagedList<ReturnType<typeof parseUsersPage>> = {
  name: 'list of users',
  parse: parseUsersPage,
  limit: MAX_LOG_ANSWER,
  maxPages: MAX_USER_PAGES,
  remedyOfMore: 'Save the users to a file and use that.',
  permission: 'User.Read.All',
  // Other work in the tenant has priority. Source: Microsoft Graph, throttling limits, identity and access
  headers: { 'x-ms-throttle-priority': 'low' },
};
const schema = { name: "job's schema", limit: MAX_SCHEMA_ANSWER, permission: 'Synchronization.Read.All' };
const job = { name: 'job', limit: MAX_JOB_ANSWER, permission: 'Synchronization.Read.All' };
const domains = { name: 'list of domains', limit: MAX_SCHEMA_ANSWER, permission: 'Domain.Read.All' };
const organization = { name: 'list of verified domains', limit: MAX_SCHEMA_ANSWER };

/** A tenant, reached over Graph's HTTP interface. */
export function createHttpTenant(options: HttpTenantOptions): Tenant {
  const { endpoint, logSpacing } = options;
  return {
    kind: endpoint.kind,
    name: options.name,
    jobId: endpoint.jobId,
    ...(logSpacing && { logSpacing }),
    upload: createUploader(options),
    readTime: (signal) => readTime(options, signal),
    async *readLog({ top, ...filter }, signal, turn) {
      const first = logAddress(endpoint, filter, top);
      for await (const { entries } of readPages(options, log, first, signal, turn)) yield entries;
    },
    readUsers: (properties, signal, where) =>
      readPages(options, users, usersAddress(endpoint, properties, where), signal),
    readSchema: (signal) => readPage(options, { ...schema, url: schemaAddress(endpoint) }, asJson, signal),
    readJob: (signal) => readPage(options, { ...job, url: jobAddress(endpoint) }, parseJob, signal),
    readDomains: (signal) => readDomains(options, signal),
  };
}

/**
 * Reads the time from an answer about the job. The answer's status does not matter, because a refusal has a date, too.
 * Does not retry.
 */
async function readTime(options: HttpTenantOptions, signal?: AbortSignal): Promise<string | undefined> {
  const headers = { Accept: 'application/json' };
  const call = { method: 'GET', url: jobAddress(options.endpoint), headers, limit: MAX_JOB_ANSWER } as const;
  try {
    return (await exchange(options, call, signal)).tenantTime;
  } catch (error) {
    if (error instanceof TenantError) return undefined;
    throw error;
  }
}

/**
 * Falls back to the organization, which also lists the verified domains and needs a permission that more applications
 * have.
 */
async function readDomains(options: HttpTenantOptions, signal?: AbortSignal): Promise<Domains> {
  const { endpoint } = options;
  try {
    return await readPage(options, { ...domains, url: domainsAddress(endpoint) }, parseDomains, signal);
  } catch (error) {
    if (!isDenied(error)) throw error;
    try {
      const url = organizationAddress(endpoint);
      return await readPage(options, { ...organization, url }, parseOrganization, signal);
    } catch (fallback) {
      if (isDenied(fallback)) throw error;
      throw fallback;
    }
  }
}

function isDenied(error: unknown): boolean {
  return error instanceof RejectedError && error.status === 403;
}

function asJson(body: string): string | { readonly refusal: string } {
  const json = readJson(body);
  return 'error' in json ? { refusal: sayUnread('The answer', json) } : body;
}
