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
  /** The id of one of the user's connections, which a rename keeps. */
  readonly id?: string;
  /** Its name in titles, buttons and progress. */
  readonly name: string;
  /** The bulkUpload address of its job; `undefined` while it is unknown. */
  readonly endpoint: string | undefined;
  /** The content of its file; absent for a sandbox. It contains no secret. */
  readonly file?: TenantConnectionFile;
  /** Makes it ready to send. Rejects with a `TenantError` if it cannot be reached. */
  open(options?: OpenOptions): Promise<OpenedConnection>;
  /** The services for calling it, for a step-by-step check, without a sign-in. Starts a sandbox of this process. */
  reach(): Promise<Reach>;
  /** `false` while predicting would sign in first, which may ask a person: then it is only done on request. */
  readonly predictsAtOnce?: boolean;
  /** Predicts what would happen to people. Absent if the connection cannot. */
  predict?(people: readonly JsonObject[], options?: PredictOptions): Promise<PredictedPeople>;
  /** The last read schema of its job, as text. Absent or `undefined` while it was never read. */
  jobSchema?(): string | undefined;
}

/** Options of a prediction, which first reads what it needs. */
export interface PredictOptions extends OpenOptions {
  readonly signal?: AbortSignal;
  /** Called when more of a long list of users has been read. */
  readonly onPage?: (read: UsersRead) => void;
}

/** How a connection is opened. */
export interface OpenOptions {
  /** Called when a read waits because of throttling or a lost answer; the read continues by itself. */
  readonly onWait?: (wait: ReadWait) => void;
}

/** An open connection. Not every kind has the optional members: check for them, not for the kind. */
export interface OpenedConnection {
  readonly tenant: Tenant;
  /**
   * Its current target: the tenant that was signed in to, or the current instance of a sandbox since its start or
   * reset. Rejects with a `TenantError` if a sandbox cannot be reached.
   */
  target(signal?: AbortSignal): Promise<Target>;
  /** The clock of sending and reading the log. */
  readonly clock: Clock;
  /** The schedule for reading the log. Call it when reading starts: a sandbox's scenario may change it. */
  logPace(): LogPace;
  /** The known facts of the job, without a call. */
  readonly job?: JobWatch;
  /** Features of a sandbox of this process only. */
  readonly powers?: LocalSandbox;
  /** Ends what was started for this use alone. */
  close(): Promise<void>;
}

/** All in milliseconds. */
export interface LogPace {
  /** Between two reads of the log, and the maximum without new entries. */
  readonly interval: number;
  readonly longestInterval: number;
  /** After which accepted operations without an entry in the log are given up. */
  readonly deadline: number;
  /** How long the log is read for a request whose answer was lost. */
  readonly doubtDeadline: number;
  /** How long a continuously followed log may be unreachable. */
  readonly outage: number;
}

/** A job that is watched while a run waits for it. */
export interface JobWatch {
  /** Why it provisions nobody now; `undefined` if it does. */
  whyStuck(): Explanation | undefined;
  /** Fired when that may have changed. */
  onDidChange(listener: () => void): Subscription;
}
