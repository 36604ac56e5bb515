import type { JobStatus } from '../connections/state/connectionState';
import type { Grant } from './grant';

/** `unknown`: it could not be checked. */
export type CheckState = 'ok' | 'warning' | 'failed' | 'unknown';

/** What a check found. It names no person, and holds no secret and no token. */
export interface Finding {
  readonly state: CheckState;
  /** One or two sentences. */
  readonly message: string;
  /** What to do; `''` where there is nothing. */
  readonly remedy: string;
  /** How to grant a permission that is missing. */
  readonly grant?: Grant;
}

export interface CheckedPart extends Finding {
  /** Stable: `tls`, `permission.upload`. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
}

/** A connection that was checked from end to end. It may be passed on to an administrator as it is. */
export interface DoctorReport {
  /** What the user calls the connection. */
  readonly connection: string;
  /** Whether one may send over it. Reading results and predicting may fail all the same. */
  readonly ready: boolean;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
  /** How the job gets on; `undefined` where it could not be read. */
  readonly job: JobStatus | undefined;
  /** The provisioning page of the application; there is none of a sandbox. */
  readonly portalLink: string | undefined;
  /** In the order in which they were made. */
  readonly checks: readonly CheckedPart[];
}

/** A check that is passed. */
export function ok(message: string): Finding {
  return { state: 'ok', message, remedy: '' };
}

export function warning(message: string, remedy: string): Finding {
  return { state: 'warning', message, remedy };
}

/** Errors reassure that nothing was sent; of a check, which never sends, that goes without saying. */
export function failed(message: string, remedy: string): Finding {
  return { state: 'failed', message, remedy: remedy.replace(/^Nothing was sent\. /, '') };
}

/** What could not be checked, and why. */
export function unknown(message: string, remedy = ''): Finding {
  return { state: 'unknown', message, remedy };
}
