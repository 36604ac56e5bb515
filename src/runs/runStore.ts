import type { Journal, JournalLine } from '../core/journal/journalEvent';
import type { PlanFile } from '../core/journal/planFile';
import type { PlanHead } from '../core/journal/planText';
import type { RunState } from '../core/journal/runState';
import type { PrintedPlan } from './planMoments';

/** What is kept of a plan's records, by columns; see the plan's `records`. It holds keyed hashes of ids and no text of anybody. */
export interface KeptRecords {
  readonly count: number;
  /** The physical lines on which they begin. */
  readonly lines: Uint32Array;
  /** `FateCode` of `core/run/plan`. */
  readonly fates: Uint8Array;
  /** Eight bytes a record: the keyed hash of its matching id, zeros where it has none. */
  readonly ids: Uint8Array;
  /** What was predicted of each before the run, a byte a record; absent where nobody asked. See `core/run/prediction/predictedOutcomes`. */
  readonly predicted?: Uint8Array;
}

/** Why a run may be shown and exported, and not continued. */
export interface RunFault {
  /** What is wrong, and what to do; two sentences. */
  readonly message: string;
  readonly remedy: string;
}

/** A run in a list: what can be known of it without reading all of it. */
export interface RunSummary {
  /** Sorts by time: `20261128-204806-3f9a1c`. */
  readonly id: string;
  /** ISO 8601. */
  readonly madeAt: string;
  /** Absent where the plan is damaged, or from a newer version: `fault` says so. */
  readonly plan?: PlanHead;
  readonly fault?: RunFault;
  /** The run came to its end: then, and with these counts, where they were written down. Of any other run ask `find`. */
  readonly closed?: { readonly at: string; readonly counts?: Readonly<Record<string, number>> };
}

/** A run as it is on disk. */
export interface KeptRun {
  readonly id: string;
  readonly plan: PlanFile;
  /** What its journal says. Where its process has ended before it was done, that is noted in it. */
  readonly state: RunState;
  /** A last line that was torn by a crash was dropped. */
  readonly wasTorn: boolean;
  readonly fault?: RunFault;
  /** Who has it open now; `undefined`: nobody, or a process that does not say. */
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

/** A run that may be written to, by this process alone. */
export interface OpenRun extends KeptRun {
  /** What is appended is in `state` as soon as it is on the disk. Rejects with `JournalError`; the same event may be tried again. */
  readonly journal: Journal;
  /** Waits for what was appended, and lets others open it. */
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
  /** Before the call is made. */
  note(): Promise<void>;
  /** Those of the last 24 hours. */
  count(): Promise<number>;
  /** The times of those of so many last milliseconds, in milliseconds since 1970. */
  recent(ms: number): Promise<readonly number[]>;
}

/**
 * What is kept of runs on this machine, for this user alone: shared by all windows and the command line. Rejects with a
 * `FileError` where the folder cannot be used, and with a `RunRefusal` where a run is not to be had.
 */
export interface RunStore {
  /** 32 bytes; the key of all keyed hashes. */
  key(): Promise<Uint8Array>;
  /** Newest first; damaged ones included. Reads the beginning and the end of each. */
  list(): Promise<readonly RunSummary[]>;
  find(id: string): Promise<KeptRun | DamagedRun | undefined>;
  /**
   * Writes a plan, whole or not at all, with a journal that says that it was planned. Its digests have been written to `digests` of
   * {@link reserve} and closed.
   */
  create(id: string, plan: PlanFile, records: KeptRecords): Promise<OpenRun>;
  /**
   * A new run's id, and where its digests are to be written. Deletes what is kept no longer: finished runs after 90 days, moments of
   * plans after 7, what a process that has ended had reserved.
   */
  reserve(): Promise<{ readonly id: string; readonly digests: string; discard(): Promise<void> }>;
  /**
   * To go on with it: the journal may be written by nobody else meanwhile. That is no lock of the job, which whoever sends takes by
   * {@link lock} besides: who only reads the log keeps nobody from sending.
   */
  open(id: string): Promise<OpenRun>;
  /** Deletes a run that nobody has open; its baseline stays. */
  remove(id: string): Promise<void>;
  /** Deletes what is kept no longer, as {@link reserve} does. For the start of a session. */
  prune(): Promise<void>;
  lock(jobKey: string): Promise<JobLock | { readonly holder: LockHolder | undefined }>;
  ledger(target: { readonly cloud?: string; readonly tenantId: string }): CallLedger;
  /** Where the baseline of a job is; the file may not exist, its folder does as soon as a run was reserved. */
  baselinePath(jobKey: string): string;
  /** Keeps what a plan that was only printed read of time and chance, and what its guards said, for as long as somebody may confirm it by its hash. */
  keepMoment(plan: string, moment: PrintedPlan): Promise<void>;
  /** `undefined` for a plan that was not printed here, or too long ago. */
  momentOf(plan: string): Promise<PrintedPlan | undefined>;
  /** Fired when a run on disk may have changed, by any process. */
  watch(listener: () => void): { dispose(): void };
}
