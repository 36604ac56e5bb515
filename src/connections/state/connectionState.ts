import type { TenantError } from '../../tenant/errors';

/** The state of a connection after its last check or use. */
export type ConnectionState =
  'ready' | 'sign-in-needed' | 'permission-missing' | 'job-paused' | 'quarantined' | 'unknown';

/** The label of each state. */
export const CONNECTION_STATE_LABELS: Readonly<Record<ConnectionState, string>> = {
  ready: 'ready',
  'sign-in-needed': 'sign-in needed',
  'permission-missing': 'permission missing',
  'job-paused': 'job paused',
  quarantined: 'job in quarantine',
  unknown: 'state unknown',
};

/** The label before the first check. */
export const NOT_CHECKED = 'not checked yet';

/** One finding of a connection check; the ids are those of `doctor`. */
export interface CheckFinding {
  readonly id: string;
  /** The display name. */
  readonly title: string;
  readonly state: 'ok' | 'warning' | 'failed' | 'unknown';
  readonly message: string;
  readonly remedy: string;
}

/** The parts of a job's status that determine a connection's state. */
export interface JobStatus {
  readonly code: string;
  readonly schedule: string;
  readonly isQuarantined: boolean;
}

/** The state that a check has found. The first obstacle for a request decides: signing in, a permission, the job. */
export function stateOfChecks(checks: readonly CheckFinding[], job: JobStatus | undefined): ConnectionState {
  const failed = checks.filter(({ state }) => state === 'failed').map(({ id }) => id);
  if (failed.includes('sign-in')) return 'sign-in-needed';
  if (failed.some((id) => id.startsWith('permission.'))) return 'permission-missing';
  const ofJob = job === undefined ? undefined : stateOfJob(job);
  if (ofJob !== undefined) return ofJob;
  return failed.length > 0 || checks.length === 0 ? 'unknown' : 'ready';
}

/** The state that the job causes; `undefined` if it provisions people. */
export function stateOfJob({ code, schedule, isQuarantined }: JobStatus): ConnectionState | undefined {
  if (isQuarantined || code === 'Quarantine') return 'quarantined';
  return code === 'Paused' || schedule === 'Disabled' ? 'job-paused' : undefined;
}

/** The state after a failed use; `undefined` if the failure is not about the connection, such as a busy service. */
export function stateOfFailure({
  name,
  outcome,
  status,
}: Pick<TenantError, 'name' | 'outcome' | 'status'>): ConnectionState | undefined {
  if (name === 'SignInRefusedError' || status === 401) return 'sign-in-needed';
  if (status === 403) return 'permission-missing';
  return outcome === 'not-sent' || outcome === 'intercepted' ? 'unknown' : undefined;
}
