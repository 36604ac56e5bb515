import type { CountedRecords } from './survey';

/** How an attribute differs from what the job was last sent, over the people who are in both. */
export interface AttributeComparison {
  /** As a mapping spells it: `title`, `name.familyName`. */
  readonly path: string;
  /** People who had a value; who have another value now; who have none now. */
  readonly had: number;
  readonly changed: number;
  readonly emptied: number;
  /** Whether no operation of the plan has a value there. */
  readonly isGone: boolean;
}

/** People who are sent again although nothing of them has changed, by why it is not known that they arrived. */
export interface SentAgain {
  readonly failed: number;
  /** The log never had an entry of them. */
  readonly unanswered: number;
  /** Nobody knows whether the service took them. */
  readonly unsure: number;
}

/** A plan beside what its job was last sent. */
export interface Comparison {
  /** ISO 8601: when the newest of it was accepted. */
  readonly takenAt: string;
  /** The records of the last whole extract that was sent, refused and excluded ones included. */
  readonly lastRecords: number;
  /** People it knows, and those of them who were active. */
  readonly people: number;
  readonly active: number;
  /** People in both of whom nothing says that they did not arrive; and those of whom something does, where there are any. */
  readonly matched: number;
  readonly again?: SentAgain;
  readonly joiners: CountedRecords;
  readonly changed: number;
  readonly unchanged: number;
  /** Active before, inactive now. */
  readonly leavers: CountedRecords;
  /** Inactive before, active now. */
  readonly returners: number;
  /** Inactive now and not known before. */
  readonly unknownInactive: CountedRecords;
  /** Known before and active then, and not among the operations now: their accounts stay as they are. */
  readonly missing: number;
  /** Of those, people whose record is in the extract, and excluded by the mapping's filter. */
  readonly hidden: CountedRecords;
  readonly attributes: readonly AttributeComparison[];
  /** Matched people with another sign-in name; people whose sign-in name somebody with another id had. */
  readonly signInNamesChanged: number;
  readonly idsChanged: number;
  /** Whether the mapping is the one that was used last; for a payload always. */
  readonly isSameMapping: boolean;
  /** Whether what was last sent has the same attributes: where it has not, nobody can be called unchanged. */
  readonly hasSameAttributes: boolean;
  /** ISO 8601: when all people of an extract were accepted last; absent: never. */
  readonly wholeAt?: string;
}
