import type { CountedRecords } from './survey';

/** How an attribute differs from what was last sent to the job, over the people in both. */
export interface AttributeComparison {
  /** As spelled in mappings: `title`, `name.familyName`. */
  readonly path: string;
  /** The number of people who had a value, of those whose value changed, and of those who no longer have one. */
  readonly had: number;
  readonly changed: number;
  readonly emptied: number;
  /** Whether no operation of the plan has a value for it. */
  readonly isGone: boolean;
}

/** The number of people who are sent again without a change, by why it is unknown whether they arrived. */
export interface SentAgain {
  readonly failed: number;
  /** The log never had an entry for them. */
  readonly unanswered: number;
  /** It is unknown whether the service received them. */
  readonly unsure: number;
}

/** A plan compared with what was last sent to its job. */
export interface Comparison {
  /** ISO 8601: when the latest part of it was accepted. */
  readonly takenAt: string;
  /** The number of records in the last whole extract that was sent, including refused and excluded ones. */
  readonly lastRecords: number;
  /** The number of people in it, and of those who were active. */
  readonly people: number;
  readonly active: number;
  /**
   * People in both of whom nothing suggests that they did not arrive; and, if there are any, the others by the reason
   * for doubt.
   */
  readonly matched: number;
  readonly again?: SentAgain;
  readonly joiners: CountedRecords;
  readonly changed: number;
  readonly unchanged: number;
  /** Active before, inactive now. */
  readonly leavers: CountedRecords;
  /** Inactive before, active now. */
  readonly returners: number;
  /** Inactive now, and not known before. */
  readonly unknownInactive: CountedRecords;
  /** People who were active before and are not among the operations now: their accounts do not change. */
  readonly missing: number;
  /** The missing people whose record is in the extract but excluded by the mapping's filter. */
  readonly hidden: CountedRecords;
  readonly attributes: readonly AttributeComparison[];
  /** Matched people whose sign-in name changed; new people whose sign-in name belonged to a person with another id. */
  readonly signInNamesChanged: number;
  readonly idsChanged: number;
  /** Whether the mapping is the one that was last used; always true for a payload. */
  readonly isSameMapping: boolean;
  /** Whether the attributes are those that were last sent. If not, no person counts as unchanged. */
  readonly hasSameAttributes: boolean;
  /** ISO 8601: when all people of an extract were last accepted; absent if never. */
  readonly wholeAt?: string;
}
