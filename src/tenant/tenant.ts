import type { ServiceFilter } from '../core/logs/list/logFilter';
import type { LogEntry } from '../core/logs/logEntry';
import type { UsersPage } from '../core/provisioning/users/usersPage';
import type { Spacing } from './reading/spacing';
import type { UserFilter } from './reading/userFilters';
import type { Domains } from './parseDomains';
import type { JobState } from './parseJob';

/** What the service gave for a request that it staged. */
export interface UploadReceipt {
  readonly requestId: string;
  readonly clientRequestId: string;
  /** When the answer came, by this machine's clock; ISO 8601, UTC. */
  readonly acceptedAt: string;
  /** Where the service says the log is: it names the job, not the request. Shown, never followed. */
  readonly location: string;
  /** The service's own time, from the answer's `Date`; ISO 8601, UTC. Absent where it does not say. */
  readonly tenantTime?: string;
}

interface LogQuery extends ServiceFilter {
  /** Entries in a page at most; as the service likes when left out. */
  readonly top?: number;
}

/** What a tenant tells of itself. All failures are a `TenantError`; each has its permission, so one may fail alone. */
interface TenantFacts {
  /**
   * Reads all users, or those of a filter, page by page, each when it is asked for: what {@link UsersPage} holds of them are these
   * properties of Graph and the id; `manager` is one of them. Needs User.Read.All.
   */
  readUsers(properties: readonly string[], signal?: AbortSignal, where?: UserFilter): AsyncIterable<UsersPage>;
  /** The job's schema as the service gives it, unread: a `synchronizationSchema`. Needs Synchronization.Read.All. */
  readSchema(signal?: AbortSignal): Promise<string>;
  /** The job as it is now. Needs Synchronization.Read.All. */
  readJob(signal?: AbortSignal): Promise<JobState>;
  /** The domains of sign-in names. Needs Domain.Read.All, or else Organization.Read.All (User.Read, where a person has signed in). */
  readDomains(signal?: AbortSignal): Promise<Domains>;
}

/** What sending needs of a tenant with one provisioning job, a real one or a sandbox. All failures are a `TenantError`. */
export interface JobTenant {
  readonly kind: 'sandbox' | 'real';
  /** For people. */
  readonly name: string;
  readonly jobId: string;
  /** Spaces the reads of the log, no matter who makes them: the service counts them together. Absent: each reader has its own. */
  readonly logSpacing?: Spacing;
  /** Sends one bulk request, once. A receipt means staged: the result of each person is in the log later. */
  upload(body: string, signal?: AbortSignal): Promise<UploadReceipt>;
  /**
   * Reads the job's log, page by page, in the order in which the service gives it. Each page is one request, made when
   * it is asked for, and after its turn: the caller keeps the pace.
   *
   * @param turn awaited before each request, and not at the end of the list; no request follows one during which the signal was aborted
   */
  readLog(query: LogQuery, signal?: AbortSignal, turn?: () => Promise<void>): AsyncIterable<readonly LogEntry[]>;
  /** The tenant's own time now, ISO 8601; `undefined` where it does not say. Needs no permission. Never rejects with a `TenantError`. */
  readTime?(signal?: AbortSignal): Promise<string | undefined>;
}

/** A tenant with one provisioning job: a real one, or a sandbox. */
export interface Tenant extends JobTenant, TenantFacts {}
