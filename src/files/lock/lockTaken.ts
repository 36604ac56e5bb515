/**
 * Something that only one process of this machine has at a time. The system frees it when the process ends for any
 * reason.
 */
export interface ProcessLock {
  release(): Promise<void>;
}

/** Another process has it: its description, `undefined` or `''` if it has none. */
export interface LockTaken {
  readonly words?: string | undefined;
}
