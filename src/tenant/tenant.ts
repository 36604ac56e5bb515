import type { ServiceFilter } from '../core/logs/list/logFilter';
import type { LogEntry } from '../core/logs/logEntry';
import type { UsersPage } from '../core/provisioning/users/usersPage';
import type { Spacing } from './reading/spacing';
import type { UserFilter } from './reading/userFilters';
import type { Domains } from './parseDomains';
import type { JobState } from './parseJob';

/** The service's receipt for a request that it has staged. */
export interface UploadReceipt {
  readonly requestId: string;
  readonly clientRequestId: string;
  /** When the answer arrived, by this machine's clock; ISO 8601, UTC. */
  readonly acceptedAt: string;
  /** The `Location` of the log, which names the job and not the request. It is shown but never followed. */
  readonly location: string;
  /** The service's own time, from the answer's `Date`; ISO 8601, UTC. Absent if the answer has none. */
  readonly tenantTime?: string;
}

interface LogQuery extends ServiceFilter {
  /** Maximum entries per page; default: the service's choice. */
  readonly top?: number;
}

/**
 * Reads facts about a tenant. All failures are a `TenantError`. Each read needs a permission of its own, so one may
 * fail alone.
 */
interface TenantFacts {
  /**
   * Reads all users, or those that match a filter, page by page, on demand. {@link UsersPage} holds their ids and these
   * properties of Graph, which may include `manager`. Needs User.Read.All.
   */
  readUsers(properties: readonly string[], signal?: AbortSignal, where?: UserFilter): AsyncIterable<UsersPage>;
  /** The job's schema, a `synchronizationSchema`, as unparsed text. Needs Synchronization.Read.All. */
  readSchema(signal?: AbortSignal): Promise<string>;
  /** The current state of the job. Needs Synchronization.Read.All. */
  readJob(signal?: AbortSignal): Promise<JobState>;
  /**
   * The domains of sign-in names. Needs Domain.Read.All or Organization.Read.All (User.Read if a person has signed in).
   */
  readDomains(signal?: AbortSignal): Promise<Domains>;
}

/**
 * The parts of a tenant that sending needs. It has one provisioning job and is a real tenant or a sandbox. All failures
 * are a `TenantError`.
 */
export interface JobTenant {
  readonly kind: 'sandbox' | 'real';
  /** The display name. */
  readonly name: string;
  readonly jobId: string;
  /**
   * Spaces all reads of the log, because the service counts them together. If absent, each reader has its own spacing.
   */
  readonly logSpacing?: Spacing;
  /**
   * Sends one bulk request, once. A receipt means that it is staged; the result for each person appears in the log
   * later.
   */
  upload(body: string, signal?: AbortSignal): Promise<UploadReceipt>;
  /**
   * Reads the job's log page by page, in the order of the service. Each page is one request, made on demand and after its
   * turn; the caller keeps the pace.
   *
   * @param turn awaited before each request, but not at the end of the list; no request is made if the signal was
   * aborted meanwhile
   */
  readLog(query: LogQuery, signal?: AbortSignal, turn?: () => Promise<void>): AsyncIterable<readonly LogEntry[]>;
  /**
   * The tenant's current time, ISO 8601; `undefined` if it is unavailable. Needs no permission. Never rejects with a
   * `TenantError`.
   */
  readTime?(signal?: AbortSignal): Promise<string | undefined>;
}

/** A tenant with one provisioning job: a real one, or a sandbox. */
export interface Tenant extends JobTenant, TenantFacts {}
