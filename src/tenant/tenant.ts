import type { LogEntry } from '../core/logs/logEntry';

/** What the service gave for a request that it staged. */
export interface UploadReceipt {
  readonly requestId: string;
  readonly clientRequestId: string;
  /** When the answer came, by this machine's clock; ISO 8601, UTC. */
  readonly acceptedAt: string;
  /** Where the service says the log is: it names the job, not the request. Shown, never followed. */
  readonly location: string;
}

export interface LogQuery {
  /** ISO 8601 with `Z` or offset: only entries of then and later. */
  readonly since?: string;
}

/** A tenant with one provisioning job: a real one, or a sandbox. All failures are a `TenantError`. */
export interface Tenant {
  readonly kind: 'sandbox' | 'real';
  /** For people. */
  readonly name: string;
  readonly jobId: string;
  /** Sends one bulk request, once. A receipt means staged: what becomes of each person is in the log, later. */
  upload(body: string, signal?: AbortSignal): Promise<UploadReceipt>;
  /**
   * Reads the job's log, page by page, in the order in which the service gives it. Each page is one request, made when
   * it is asked for: the caller keeps the pace.
   */
  readLog(query: LogQuery, signal?: AbortSignal): AsyncIterable<readonly LogEntry[]>;
}
