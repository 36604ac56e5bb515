import type { JsonObject } from '../../core/json/jsonValue';
import { member, stringMember } from '../../core/json/jsonValue';
import { isGuid, isJobId, jobsAddress } from '../endpoint';
import type { CallOptions } from '../exchange';
import { MAX_DISCOVERY_PAGES, MAX_LOG_ANSWER } from '../limits';
import type { JobTarget } from '../jobTarget';
import { jobTarget } from '../jobTarget';
import type { PagedList } from '../readPages';
import { readPages } from '../readPages';
import { parseList } from './parseList';

/**
 * A provisioning job of an enterprise application, for a list. Source: Microsoft Graph, resource type
 * synchronizationJob.
 */
export interface ListedJob {
  readonly id: string;
  /**
   * What an API-driven job writes to: Microsoft Entra ID or Active Directory. Absent for other jobs, which do not
   * accept uploads.
   */
  readonly target?: JobTarget;
  /**
   * `NotConfigured`, `NotRun`, `Active`, `Paused`, `Quarantine`, or a newer value; `''` if the service does not give
   * one.
   */
  readonly code: string;
  /** `Active`, `Disabled`, `Paused`, or a newer value. */
  readonly schedule: string;
}

const jobs: PagedList<ReturnType<typeof parseList>> = {
  name: 'list of provisioning jobs',
  parse: parseList,
  limit: MAX_LOG_ANSWER,
  maxPages: MAX_DISCOVERY_PAGES,
  remedyOfMore: 'Paste the provisioning API endpoint instead.',
  permission: 'Synchronization.Read.All',
};

/**
 * Lists the provisioning jobs of an enterprise application; it may have none. Needs Synchronization.Read.All; throws a
 * `TenantError` if it is refused. Source: Microsoft Graph, synchronization: list jobs.
 *
 * @param servicePrincipalId a GUID: the object id, not the application id
 */
export async function listJobs(
  options: CallOptions,
  servicePrincipalId: string,
  signal?: AbortSignal,
): Promise<readonly ListedJob[]> {
  if (!isGuid(servicePrincipalId)) throw new Error('a service principal is asked for by its object id');
  const address = jobsAddress({ ...options.endpoint, servicePrincipalId });
  const found: ListedJob[] = [];
  for await (const { items } of readPages(options, jobs, address, signal))
    for (const item of items) {
      const job = readJob(item);
      if (job !== undefined) found.push(job);
    }
  return found;
}

function readJob(json: JsonObject): ListedJob | undefined {
  const id = stringMember(json, 'id') ?? '';
  if (!isJobId(id)) return undefined;
  const target = jobTarget(stringMember(json, 'templateId') ?? '') ?? jobTarget(id);
  return {
    id,
    ...(target && { target }),
    code: stringMember(member(json, 'status'), 'code') ?? '',
    schedule: stringMember(member(json, 'schedule'), 'state') ?? '',
  };
}
