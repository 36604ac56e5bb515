import type { Journal, JournalLine } from '../core/journal/journalEvent';
import type { PlanFile } from '../core/journal/planFile';
import type { PlanHead } from '../core/journal/planText';
import type { RunState } from '../core/journal/runState';
import type { PrintedPlan } from './planMoments';

/**
 * The stored records of a plan, by columns; see `records` of the plan. Contains keyed hashes of ids and no personal
 * data.
 */
export interface KeptRecords {
  readonly count: number;
  /** The physical lines on which they begin. */
  readonly lines: Uint32Array;
  /** `FateCode` of `core/run/plan`. */
  readonly fates: Uint8Array;
  /** Eight bytes per record: the keyed hash of its matching id, or zeros if it has none. */
  readonly ids: Uint8Array;
  /**
   * One byte per record: the outcome that was predicted before the run; absent without predictions. See
   * `core/run/prediction/predictedOutcomes`.
   */
  readonly predicted?: Uint8Array;
}

/** Why a run may be shown and exported, but not resumed. */
export interface RunFault {
  /** What is wrong, and the remedy; two sentences. */
  readonly message: string;
  readonly remedy: string;
}

/** A run in a list, with the facts that are available without reading all of it. */
export interface RunSummary {
  /** Sorts by time, such as `20261128-204806-3f9a1c`. */
  readonly id: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Absent if the plan is damaged or from a newer version; `fault` says which. */
  readonly plan?: PlanHead;
  readonly fault?: RunFault;
  /**
   * When the last line of its journal was written, ISO 8601; absent if the line is unreadable or still being written.
   */
  readonly lastAt?: string;
  /** When the run ended, and its counts if they were recorded. For other runs, use `find`. */
  readonly closed?: { readonly at: string; readonly counts?: Readonly<Record<string, number>> };
}

/** A run as stored on disk. */
export interface KeptRun {
  readonly id: string;
  readonly plan: PlanFile;
  /** The state that its journal gives, including that its process was killed. */
  readonly state: RunState;
  /** Whether a last line that was torn by a crash was dropped. */
  readonly wasTorn: boolean;
  readonly fault?: RunFault;
  /** The process that has it open; `undefined` if none has, or if the holder does not identify itself. */
  readonly holder?: LockHolder | undefined;
  /** The path of the digests of its operations; see `core/baseline`. */
  readonly digests: string;
  records(): Promise<KeptRecords>;
  /** The lines of its journal, up to a fault. */
  events(): AsyncIterable<JournalLine>;
}

/** A run whose plan cannot be read. */
export interface DamagedRun {
  readonly id: string;
  readonly plan?: undefined;
  readonly fault: RunFault;
}

/** A run that only this process may write. */
export interface OpenRun extends KeptRun {
  /**
   * An event is in `state` as soon as it is on disk. Rejects with `JournalError`; the same event may be tried again.
   */
  readonly journal: Journal;
  /** Waits for pending events, then lets other processes open it. */
  close(): Promise<void>;
}

/** The holder of a lock. */
export interface LockHolder {
  readonly pid: number;
  /** `VS Code`, `command line`. */
  readonly program: string;
  /** ISO 8601. */
  readonly since: string;
}

/**
 * Ensures that only one process of this machine sends to a job. The operating system releases it when the process dies.
 */
export interface JobLock {
  release(): Promise<void>;
}

/** The calls of bulkUpload that this tool has made to a tenant. */
export interface CallLedger {
  /** Must be called before a call is made. */
  note(): Promise<void>;
  /** Number of calls in the last 24 hours. */
  count(): Promise<number>;
  /** Times of the calls in the last `ms` milliseconds, in milliseconds since 1970. */
  recent(ms: number): Promise<readonly number[]>;
}

/**
 * The runs of this user on this machine, shared by all windows and the command line. Rejects with a `FileError` if the
 * folder is unusable, and with a `RunRefusal` if a run is unavailable.
 */
export interface RunStore {
  /** 32 bytes: the key for all keyed hashes. */
  key(): Promise<Uint8Array>;
  /** Newest first, including damaged runs. Reads only the beginning and the end of each. */
  list(): Promise<readonly RunSummary[]>;
  find(id: string): Promise<KeptRun | DamagedRun | undefined>;
  /**
   * Stores a plan atomically, with a new journal. Its digests must already have been written to `digests` of {@link
   * reserve} and closed.
   */
  create(id: string, plan: PlanFile, records: KeptRecords): Promise<OpenRun>;
  /**
   * Returns the id of a new run, and the path for its digests. Deletes expired data: finished runs after 90 days,
   * moments of plans after 7, and what an ended process had reserved.
   */
  reserve(): Promise<{ readonly id: string; readonly digests: string; discard(): Promise<void> }>;
  /**
   * Opens a run for writing; no other process may write its journal meanwhile. This does not lock the job, for which a
   * sender uses {@link lock}: reading a log does not keep others from sending.
   */
  open(id: string): Promise<OpenRun>;
  /** Deletes a run that is not open; its baseline stays. */
  remove(id: string): Promise<void>;
  /** Deletes expired data like {@link reserve}. For the start of a session. */
  prune(): Promise<void>;
  lock(jobKey: string): Promise<JobLock | { readonly holder: LockHolder | undefined }>;
  ledger(target: { readonly cloud?: string; readonly tenantId: string }): CallLedger;
  /** The path of a job's baseline. The file may not exist; its folder exists once a run was reserved. */
  baselinePath(jobKey: string): string;
  /** Stores the moment of a printed plan and its guards' decisions, while the plan may be confirmed by its hash. */
  keepMoment(plan: string, moment: PrintedPlan): Promise<void>;
  /** `undefined` if the plan was not printed on this machine, or too long ago. */
  momentOf(plan: string): Promise<PrintedPlan | undefined>;
  /** Calls the listener when any process may have changed a run on disk. */
  watch(listener: () => void): { dispose(): void };
}
