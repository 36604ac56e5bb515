import type { Journal, JournalLine } from '../core/journal/journalEvent';
import type { PlanFile } from '../core/journal/planFile';
import type { PlanHead } from '../core/journal/planText';
import type { RunState } from '../core/journal/runState';
import type { PrintedPlan } from './planMoments';

/** The stored records of a plan, by columns; see `records` of the plan. Holds keyed hashes of ids and no personal data. */
export interface KeptRecords {
  readonly count: number;
  /** The physical lines on which they begin. */
  readonly lines: Uint32Array;
  /** `FateCode` of `core/run/plan`. */
  readonly fates: Uint8Array;
  /** Eight bytes a record: the keyed hash of its matching id, zeros where it has none. */
  readonly ids: Uint8Array;
  /** What was predicted for each before the run, a byte a record; absent if nothing was predicted. See `core/run/prediction/predictedOutcomes`. */
  readonly predicted?: Uint8Array;
}

/** Why a run may be shown and exported, but not resumed. */
export interface RunFault {
  /** What is wrong, and what to do; two sentences. */
  readonly message: string;
  readonly remedy: string;
}

/** A run in a list: what is known without reading all of it. */
export interface RunSummary {
  /** Sorts by time: `20261128-204806-3f9a1c`. */
  readonly id: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Absent where the plan is damaged, or from a newer version: `fault` says so. */
  readonly plan?: PlanHead;
  readonly fault?: RunFault;
  /** When the last line of its journal was written, ISO 8601; absent where that cannot be read, or is being written. */
  readonly lastAt?: string;
  /** When the run ended, and its counts if they were written. For any other run, ask `find`. */
  readonly closed?: { readonly at: string; readonly counts?: Readonly<Record<string, number>> };
}

/** A run as it is on disk. */
export interface KeptRun {
  readonly id: string;
  readonly plan: PlanFile;
  /** What its journal says. If its process ended early, the state says so. */
  readonly state: RunState;
  /** A last line that was torn by a crash was dropped. */
  readonly wasTorn: boolean;
  readonly fault?: RunFault;
  /** Who has it open now; `undefined` if nobody does, or a process that does not say. */
  readonly holder?: LockHolder | undefined;
  /** Where the digests of its operations are; see `core/baseline`. */
  readonly digests: string;
  records(): Promise<KeptRecords>;
  /** Every line of its journal, up to a fault. */
  events(): AsyncIterable<JournalLine>;
}

/** A run whose plan cannot be read. */
export interface DamagedRun {
  readonly id: string;
  readonly plan?: undefined;
  readonly fault: RunFault;
}

/** A run that only this process may write to. */
export interface OpenRun extends KeptRun {
  /** An event is in `state` as soon as it is on disk. Rejects with `JournalError`; the same event may be tried again. */
  readonly journal: Journal;
  /** Waits for pending events, then lets others open it. */
  close(): Promise<void>;
}

/** Who holds a lock. */
export interface LockHolder {
  readonly pid: number;
  /** `VS Code`, `command line`. */
  readonly program: string;
  /** ISO 8601. */
  readonly since: string;
}

/** One sender at a time for a job, over all processes of this machine. The operating system frees it when its process dies. */
export interface JobLock {
  release(): Promise<void>;
}

/** Calls of bulkUpload that this tool has made to a tenant. */
export interface CallLedger {
  /** Called before the call is made. */
  note(): Promise<void>;
  /** Number of calls in the last 24 hours. */
  count(): Promise<number>;
  /** Times of the calls in the last so many milliseconds, in milliseconds since 1970. */
  recent(ms: number): Promise<readonly number[]>;
}

/**
 * The runs of this user on this machine, shared by all windows and the command line. Rejects with a `FileError` where the folder cannot be
 * used, and with a `RunRefusal` where a run is unavailable.
 */
export interface RunStore {
  /** 32 bytes; the key of all keyed hashes. */
  key(): Promise<Uint8Array>;
  /** Newest first; damaged ones included. Reads the beginning and the end of each. */
  list(): Promise<readonly RunSummary[]>;
  find(id: string): Promise<KeptRun | DamagedRun | undefined>;
  /**
   * Writes a plan, whole or not at all, with a journal that begins with it. Its digests were written to `digests` of {@link reserve} and
   * closed before.
   */
  create(id: string, plan: PlanFile, records: KeptRecords): Promise<OpenRun>;
  /**
   * The id of a new run, and where to write its digests. Deletes what has expired: finished runs after 90 days, moments of plans after 7,
   * and what an ended process had reserved.
   */
  reserve(): Promise<{ readonly id: string; readonly digests: string; discard(): Promise<void> }>;
  /**
   * Opens a run to go on with it: nobody else may write its journal meanwhile. This does not lock the job, which a sender locks by
   * {@link lock}: reading a log does not keep others from sending.
   */
  open(id: string): Promise<OpenRun>;
  /** Deletes a run that nobody has open; its baseline stays. */
  remove(id: string): Promise<void>;
  /** Deletes what has expired, as {@link reserve} does. For the start of a session. */
  prune(): Promise<void>;
  lock(jobKey: string): Promise<JobLock | { readonly holder: LockHolder | undefined }>;
  ledger(target: { readonly cloud?: string; readonly tenantId: string }): CallLedger;
  /** Where the baseline of a job is; the file may not exist, its folder does as soon as a run was reserved. */
  baselinePath(jobKey: string): string;
  /** Keeps the moment of a plan that was only printed, and what its guards said, while it may be confirmed by its hash. */
  keepMoment(plan: string, moment: PrintedPlan): Promise<void>;
  /** `undefined` for a plan that was not printed here, or too long ago. */
  momentOf(plan: string): Promise<PrintedPlan | undefined>;
  /** Fired when a run on disk may have changed, by any process. */
  watch(listener: () => void): { dispose(): void };
}
