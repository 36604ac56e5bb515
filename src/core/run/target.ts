/** Where a plan goes: part of the plan, because the same people sent elsewhere are another plan. */
export interface Target {
  readonly kind: 'sandbox' | 'tenant';
  /** The cloud's name, as in connection files; absent for a sandbox. */
  readonly cloud?: string;
  /** The origin of its Graph; absent for a sandbox, whose port says nothing. */
  readonly graph?: string;
  /** GUIDs. */
  readonly tenantId: string;
  readonly servicePrincipalId: string;
  readonly jobId: string;
  /** Tells a sandbox from one that was started later and knows nobody; not part of a plan's hash. */
  readonly instance?: string;
}

/** Names a job among all that there are: what is remembered of it and its lock are found by this. */
export function jobKey({ kind, cloud = '', tenantId, servicePrincipalId, jobId, instance = '' }: Target): string {
  return [kind, cloud, tenantId, servicePrincipalId, jobId, instance].join('/').toLowerCase();
}
