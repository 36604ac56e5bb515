/**
 * A count and a share of all, from 0 to 100; what exceeds either of them exceeds the limit. A share of more than 0 always lets one
 * through: in a company of five, one leaver is 20 %, and no mass.
 */
export interface Limit {
  readonly count: number;
  readonly percent: number;
}

/** All limits that a user may set, and a workspace may only make stricter. */
export interface GuardLimits {
  /** People who would be disabled, by one plan and within 24 hours. */
  readonly disable: { readonly type: Limit; readonly stop: Limit };
  /** Percent of the records that are missing against last time; reached is enough. */
  readonly shrink: { readonly type: number; readonly stop: number };
  readonly create: { readonly type: Limit };
  /**
   * People of whom one attribute changes: at least so many, and more than this share of those who were sent before. And percent of
   * sign-in names or ids that change.
   */
  readonly change: { readonly type: Limit; readonly stopIdentity: number };
  /** Percent of the people who had a value and lose it. */
  readonly empty: { readonly type: number; readonly stop: number };
  /** Percent of the records that are left out because of problems. */
  readonly refuse: { readonly type: number; readonly stop: number };
  /** Percent of records with damaged values in other columns than the id's. */
  readonly damage: { readonly ask: number };
  /** Calls of bulkUpload that the tenant may make in 24 hours. */
  readonly callsPerDay: number;
  /** People who are sent alone first; 0: nobody. */
  readonly pilot: number;
}
