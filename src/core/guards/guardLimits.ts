/**
 * A count and a percentage of all (0 to 100); exceeding either exceeds the limit. A percentage above 0 always permits
 * one person: in a company of five, one leaver is 20 %, but not a mass.
 */
export interface Limit {
  readonly count: number;
  readonly percent: number;
}

/** All limits. The user sets them; a workspace can only make them stricter. */
export interface GuardLimits {
  /** People who would be disabled, by one plan or within 24 hours. */
  readonly disable: { readonly type: Limit; readonly stop: Limit };
  /** Percentage of the last upload's records that are missing; inclusive. */
  readonly shrink: { readonly type: number; readonly stop: number };
  readonly create: { readonly type: Limit };
  /**
   * Limits for changes. `type`: people for whom one attribute changes, at least this many and more than this percentage
   * of the last upload. `stopIdentity`: percentage of sign-in names or ids that change.
   */
  readonly change: { readonly type: Limit; readonly stopIdentity: number };
  /** Percentage of the people with a value who lose it. */
  readonly empty: { readonly type: number; readonly stop: number };
  /** Percentage of the records that are left out because of problems. */
  readonly refuse: { readonly type: number; readonly stop: number };
  /** Percentage of the records with damaged values outside the id columns. */
  readonly damage: { readonly ask: number };
  /** Calls of `bulkUpload` per tenant in 24 hours. */
  readonly callsPerDay: number;
  /** The number of people in the pilot; 0 means no pilot. */
  readonly pilot: number;
}
