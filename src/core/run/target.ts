/** The destination of a plan. It is part of the plan: the same people sent elsewhere are a different plan. */
export interface Target {
  readonly kind: 'sandbox' | 'tenant';
  /** The cloud's name, as in connection files; absent for a sandbox. */
  readonly cloud?: string;
  /** The origin of its Graph endpoint; absent for a sandbox, whose port is not significant. */
  readonly graph?: string;
  /** GUIDs. */
  readonly tenantId: string;
  readonly servicePrincipalId: string;
  readonly jobId: string;
  /** Distinguishes a sandbox from an empty one that was started later; not part of a plan's hash. */
  readonly instance?: string;
}

/** The key for a job's stored data and its lock. */
export function jobKey({ kind, cloud = '', tenantId, servicePrincipalId, jobId, instance = '' }: Target): string {
  return [kind, cloud, tenantId, servicePrincipalId, jobId, instance].join('/').toLowerCase();
}
