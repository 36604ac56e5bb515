/**
 * A lock that only one process of this machine can hold. The system releases it when the process ends for any reason.
 */
export interface ProcessLock {
  release(): Promise<void>;
}

/** Another process holds the lock. `words` is its description, which may be missing or empty. */
export interface LockTaken {
  readonly words?: string | undefined;
}
