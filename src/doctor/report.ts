import type { JobStatus } from '../connections/state/connectionState';
import type { Grant } from './grant';

/** `unknown`: the check was not possible. */
export type CheckState = 'ok' | 'warning' | 'failed' | 'unknown';

/** The result of a check. It names no person and contains no secret and no token. */
export interface Finding {
  readonly state: CheckState;
  /** One or two sentences. */
  readonly message: string;
  /** The remedy; `''` if none is needed. */
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

/** The report on a connection. It may be passed on to an administrator as it is. */
export interface DoctorReport {
  /** The user's name for the connection. */
  readonly connection: string;
  /** Whether the connection can send. Reading results and predicting may still fail. */
  readonly ready: boolean;
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
  /** The status of the job; `undefined` if it could not be read. */
  readonly job: JobStatus | undefined;
  /** The provisioning page of the application; absent for a sandbox. */
  readonly portalLink: string | undefined;
  /** In the order of the checks. */
  readonly checks: readonly CheckedPart[];
}

/** The finding of a passed check. */
export function ok(message: string): Finding {
  return { state: 'ok', message, remedy: '' };
}

export function warning(message: string, remedy: string): Finding {
  return { state: 'warning', message, remedy };
}

/** The finding of a failed check. Omits "Nothing was sent.", because a check never sends. */
export function failed(message: string, remedy: string): Finding {
  return { state: 'failed', message, remedy: remedy.replace(/^Nothing was sent\. /, '') };
}

/** The finding of a check that was not possible, with the reason. */
export function unknown(message: string, remedy = ''): Finding {
  return { state: 'unknown', message, remedy };
}
