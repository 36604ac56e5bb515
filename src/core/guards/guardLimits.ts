/**
 * A count and a share of all, from 0 to 100; exceeding either of them exceeds the limit. A share of more than 0 always
 * permits one: in a company of five, one leaver is 20 %, but not a mass.
 */
export interface Limit {
  readonly count: number;
  readonly percent: number;
}

/** All limits. A user sets them; a workspace can only make them stricter. */
export interface GuardLimits {
  /** People who would be disabled, by one plan and within 24 hours. */
  readonly disable: { readonly type: Limit; readonly stop: Limit };
  /** Percent of the records of last time that are missing; inclusive. */
  readonly shrink: { readonly type: number; readonly stop: number };
  readonly create: { readonly type: Limit };
  /**
   * People with a change of one attribute: at least this many, and more than this share of those who were sent before.
   * And percent of sign-in names or ids that change.
   */
  readonly change: { readonly type: Limit; readonly stopIdentity: number };
  /** Percent of the people with a value who lose it. */
  readonly empty: { readonly type: number; readonly stop: number };
  /** Percent of the records that are left out because of problems. */
  readonly refuse: { readonly type: number; readonly stop: number };
  /** Percent of records with damaged values outside the column of ids. */
  readonly damage: { readonly ask: number };
  /** Calls of bulkUpload per tenant in 24 hours. */
  readonly callsPerDay: number;
  /** Size of the pilot; 0: no pilot. */
  readonly pilot: number;
}
