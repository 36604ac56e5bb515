import type { JobStatus } from '../connections/state/connectionState';
import type { Grant } from './grant';

/** `unknown`: it could not be checked. */
export type CheckState = 'ok' | 'warning' | 'failed' | 'unknown';

/** What a check found. It names no person, and holds no secret and no token. */
export interface Finding {
  readonly state: CheckState;
  /** One or two sentences. */
  readonly message: string;
  /** What to do; `''` for nothing. */
  readonly remedy: string;
  /** How to grant a missing permission. */
  readonly grant?: Grant;
}

export interface CheckedPart extends Finding {
  /** Stable: `tls`, `permission.upload`. */
  readonly id: string;
  /** Its label. */
  readonly title: string;
}

/** The report on a connection. It may be passed on to an administrator unchanged. */
export interface DoctorReport {
  /** The user's name for the connection. */
  readonly connection: string;
  /** Whether it is ready to send. Reading results and predicting may still fail. */
  readonly ready: boolean;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
  /** The status of the job; `undefined` if it could not be read. */
  readonly job: JobStatus | undefined;
  /** The provisioning page of the application; absent for a sandbox. */
  readonly portalLink: string | undefined;
  /** In the order of checking. */
  readonly checks: readonly CheckedPart[];
}

/** A passed check. */
export function ok(message: string): Finding {
  return { state: 'ok', message, remedy: '' };
}

export function warning(message: string, remedy: string): Finding {
  return { state: 'warning', message, remedy };
}

/** Errors say that nothing was sent; a check never sends, so this omits it. */
export function failed(message: string, remedy: string): Finding {
  return { state: 'failed', message, remedy: remedy.replace(/^Nothing was sent\. /, '') };
}

/** What could not be checked, and why. */
export function unknown(message: string, remedy = ''): Finding {
  return { state: 'unknown', message, remedy };
}
