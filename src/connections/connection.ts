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

/** What a connection leads to: the `kind` of its file. */
export type ConnectionKind = ConnectionFile['kind'];

/** A named way to a tenant with one provisioning job. Nobody is called before it is opened. */
export interface Connection {
  readonly kind: ConnectionKind;
  /** Of one of the user's connections: stays the same when it is renamed. */
  readonly id?: string;
  /** What people call it: in titles, buttons and progress. */
  readonly name: string;
  /** The bulkUpload address of its job; `undefined` while it is unknown. */
  readonly endpoint: string | undefined;
  /** What its file says; absent for a sandbox. It holds no secret. */
  readonly file?: TenantConnectionFile;
  /** Makes it ready to send. Rejects with a `TenantError` when it cannot be reached. */
  open(options?: OpenOptions): Promise<OpenedConnection>;
  /** What it is called with, for a step-by-step check: nobody signs in. Starts a sandbox of this process. */
  reach(): Promise<Reach>;
  /** `false` while predicting would sign in first, which may ask a person: then it is done on request alone. */
  readonly predictsAtOnce?: boolean;
  /** What would become of people. Absent where the connection cannot say. */
  predict?(people: readonly JsonObject[], options?: PredictOptions): Promise<PredictedPeople>;
  /** The schema of its job as it was read last, as text. Absent or `undefined` while nobody has read it. */
  jobSchema?(): string | undefined;
}

/** How something is predicted: what it takes is read first where it is not here. */
export interface PredictOptions extends OpenOptions {
  readonly signal?: AbortSignal;
  /** Called when more of a long list of users has been read. */
  readonly onPage?: (read: UsersRead) => void;
}

/** How a connection is opened. */
export interface OpenOptions {
  /** Called when a read waits because the service asks for it or was lost; the read goes on by itself. */
  readonly onWait?: (wait: ReadWait) => void;
}

/** A connection in use. What is optional, not every kind can give: ask for it, not for the kind. */
export interface OpenedConnection {
  readonly tenant: Tenant;
  /**
   * Where it leads to now: to the tenant that was signed in to, and of a sandbox to the one that has begun or was reset last. Rejects with
   * a `TenantError` where a sandbox cannot be asked.
   */
  target(signal?: AbortSignal): Promise<Target>;
  /** What sending and reading the log wait by. */
  readonly clock: Clock;
  /** How patiently the log is read. Ask when reading starts: a sandbox's scenario may change it. */
  logPace(): LogPace;
  /** What is known of the job without calling it. */
  readonly job?: JobWatch;
  /** What only a sandbox of this process can do. */
  readonly powers?: LocalSandbox;
  /** Ends what was started for this use alone. */
  close(): Promise<void>;
}

/** All in milliseconds. */
export interface LogPace {
  /** Between two looks at the log; and at most, while it brings nothing new. */
  readonly interval: number;
  readonly longestInterval: number;
  /** After which accepted operations that the log does not mention are given up. */
  readonly deadline: number;
  /** How long the log is asked about a request whose answer was lost. */
  readonly doubtDeadline: number;
  /** For which a log that is followed without an end may be out of reach. */
  readonly outage: number;
}

/** A job that is watched while a run waits for it. */
export interface JobWatch {
  /** Why it provisions nobody now; `undefined` while it does. */
  whyStuck(): Explanation | undefined;
  /** Fired when that may have changed. */
  onDidChange(listener: () => void): Subscription;
}
