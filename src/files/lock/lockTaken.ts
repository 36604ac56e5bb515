/** Something that one process of this machine has at a time. The system frees it when the process ends, however it does. */
export interface ProcessLock {
  release(): Promise<void>;
}

/** Another process has it: what that says of itself, `undefined` or `''` if nothing. */
export interface LockTaken {
  readonly words?: string | undefined;
}
