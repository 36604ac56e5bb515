import type { Journal, JournalLine } from '../core/journal/journalEvent';
import type { PlanFile } from '../core/journal/planFile';

/** What is kept of a plan's records, by columns; see the plan's `records`. It holds keyed hashes of ids and no text of anybody. */
export interface KeptRecords {
  readonly count: number;
  /** The physical lines on which they begin. */
  readonly lines: Uint32Array;
  /** `FateCode` of `core/run/plan`. */
  readonly fates: Uint8Array;
  /** Eight bytes a record: the keyed hash of its matching id, zeros where it has none. */
  readonly ids: Uint8Array;
}

/** Why a run may be shown and exported, and not continued. */
export interface RunFault {
  /** What is wrong, and what to do; two sentences. */
  readonly message: string;
  readonly remedy: string;
}

/** A run as it is on disk. */
export interface KeptRun {
  /** Sorts by time: `20261128-204806-3f9a1c`. */
  readonly id: string;
  readonly plan: PlanFile;
  readonly lines: readonly JournalLine[];
  /** A last line that was torn by a crash was dropped. */
  readonly wasTorn: boolean;
  readonly fault?: RunFault;
  records(): Promise<KeptRecords>;
}

/** A run that may be written to: its job's lock is held as long. */
export interface OpenRun extends KeptRun {
  readonly journal: Journal;
  /** Where the digests of its operations are; see `core/baseline`. */
  readonly digests: string;
  close(): Promise<void>;
}

/** Who holds a job's lock. */
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
}

/**
 * What is kept of runs on this machine, for this user alone: shared by all windows and the command line. Rejects with a
 * `FileError` where the folder cannot be used.
 */
export interface RunStore {
  /** 32 bytes; the key of all keyed hashes. */
  key(): Promise<Uint8Array>;
  /** Newest first; damaged ones included. */
  list(): Promise<readonly KeptRun[]>;
  find(id: string): Promise<KeptRun | undefined>;
  /** Writes a plan, whole or not at all. Its digests have been written to `digests` of {@link reserve}. */
  create(id: string, plan: PlanFile, records: KeptRecords): Promise<OpenRun>;
  /** A new run's id, and where its digests are to be written. Nothing that is reserved and not created stays for long. */
  reserve(): Promise<{ readonly id: string; readonly digests: string; discard(): Promise<void> }>;
  /** To go on with it: the journal may be written. */
  open(id: string): Promise<OpenRun>;
  /** Deletes a run that nobody is sending; its baseline stays. */
  remove(id: string): Promise<void>;
  lock(jobKey: string, program: string): Promise<JobLock | { readonly holder: LockHolder | undefined }>;
  ledger(target: { readonly cloud?: string; readonly tenantId: string }): CallLedger;
  /** Where the baseline of a job is; the file may not exist. */
  baselinePath(jobKey: string): string;
  /** Fired when a run on disk may have changed, by any process. */
  watch(listener: () => void): { dispose(): void };
}
