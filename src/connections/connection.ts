import type { JsonObject } from '../core/json/jsonValue';
import type { Explanation } from '../core/logs/explanations';
import type { Target } from '../core/run/target';
import type { Clock } from '../tenant/clock';
import type { ReadWait } from '../tenant/reading/readPatience';
import type { UsersRead } from '../tenant/reading/readAllUsers';
import type { Tenant } from '../tenant/tenant';
import type { ConnectionFile } from './connectionFile';
import type { Subscription } from './listeners';
import type { LocalSandbox } from './localSandbox';
import type { PredictedPeople } from './predictedPeople';
import type { Reach } from './reach';
import type { TenantConnectionFile } from './tenantFile';

/** The target of a connection: the `kind` of its file. */
export type ConnectionKind = ConnectionFile['kind'];

/** A named connection to a tenant with one provisioning job. It makes no calls before it is opened. */
export interface Connection {
  readonly kind: ConnectionKind;
  /** The id of one of the user's connections; a rename does not change it. */
  readonly id?: string;
  /** Its name in titles, buttons and progress. */
  readonly name: string;
  /** The bulkUpload address of its job; `undefined` while it is unknown. */
  readonly endpoint: string | undefined;
  /** The content of its file; absent for a sandbox. It contains no secret. */
  readonly file?: TenantConnectionFile;
  /** Makes it ready to send. Rejects with a `TenantError` if it cannot be reached. */
  open(options?: OpenOptions): Promise<OpenedConnection>;
  /** The services for calling it, for a step-by-step check, without signing in. Starts a sandbox of this process. */
  reach(): Promise<Reach>;
  /** `false` while predicting requires a sign-in, which may ask a person; predictions are then only made on request. */
  readonly predictsAtOnce?: boolean;
  /** Predicts what would happen to people. Absent if the connection does not support it. */
  predict?(people: readonly JsonObject[], options?: PredictOptions): Promise<PredictedPeople>;
  /** The job's schema when last read, as text. Absent or `undefined` if it was not read. */
  jobSchema?(): string | undefined;
}

/** Options of a prediction, including the reads that it needs. */
export interface PredictOptions extends OpenOptions {
  readonly signal?: AbortSignal;
  /** Called after each page of a long list of users. */
  readonly onPage?: (read: UsersRead) => void;
}

/** How a connection is opened. */
export interface OpenOptions {
  /** Called when a read waits because of throttling or a lost answer; the read continues by itself. */
  readonly onWait?: (wait: ReadWait) => void;
}

/** An open connection. Some kinds lack the optional members: check for the member, not for the kind. */
export interface OpenedConnection {
  readonly tenant: Tenant;
  /**
   * The current target: the tenant that was signed in to, or the sandbox since its last start or reset. Rejects with a
   * `TenantError` if a sandbox cannot be reached.
   */
  target(signal?: AbortSignal): Promise<Target>;
  /** The clock for sending and for reading the log. */
  readonly clock: Clock;
  /** The schedule for reading the log. Call it when reading starts, because a sandbox's scenario may change it. */
  logPace(): LogPace;
  /** The job's known state, without a call. */
  readonly job?: JobWatch;
  /** Features that only a sandbox of this process has. */
  readonly powers?: LocalSandbox;
  /** Stops what was only started for this use. */
  close(): Promise<void>;
}

/** How a log is read. All times are milliseconds. */
export interface LogPace {
  /** Interval between two reads of the log, and its maximum while there are no new entries. */
  readonly interval: number;
  readonly longestInterval: number;
  /** Time after which accepted operations without a log entry are given up. */
  readonly deadline: number;
  /** Time for which the log is read for a request whose answer was lost. */
  readonly doubtDeadline: number;
  /** Maximum time for which a log that is being followed may be unreachable. */
  readonly outage: number;
}

/** A job that is watched while a run waits for its results. */
export interface JobWatch {
  /** Why the job does not provision at present; `undefined` if it does. */
  whyStuck(): Explanation | undefined;
  /** Fired when the result of `whyStuck` may have changed. */
  onDidChange(listener: () => void): Subscription;
}
