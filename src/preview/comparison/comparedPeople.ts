/** The kinds of people in a comparison, in the order of the list: the ones of most interest first. */
export const COMPARED_KINDS = [
  'joiner',
  'changed',
  'disabled',
  'leaver',
  'left-out',
  'repeated',
  'again',
  'unchanged',
] as const;

export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** A person in the list. */
export interface ComparedRow {
  /** Unique in the comparison. It is the number of the record, except for leavers. */
  readonly record: number;
  /** Physical line in the extract that has the person; for leavers, this is the other one. */
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ComparedKind;
  /** The attributes that differ, in the mapping's spelling. */
  readonly changed: readonly string[];
  /** Whether there is a difference outside the attributes of the mapping. */
  readonly hasOtherChanges: boolean;
  /** Why the record is excluded; empty for other records. */
  readonly note: string;
}

/** An attribute of a person on both sides. A text is empty if there is no value. */
export interface ComparedValue {
  readonly path: string;
  readonly differs: boolean;
  /** Absent if only its hash is known or if the person is new. */
  readonly before?: string;
  /** Absent if the extract does not have the person. */
  readonly now?: string;
  /** The columns of the cells that the values come from. */
  readonly columns: readonly string[];
}

/** Everything about a person in a comparison. */
export interface ComparedDetail {
  readonly row: ComparedRow;
  /** Physical line in the shown extract; absent for leavers. */
  readonly line?: number;
  /** Physical line in the other extract; absent if there is no other extract or if it does not have the person. */
  readonly otherLine?: number;
  readonly values: readonly ComparedValue[];
}

/** The filter of the list of people. */
export interface ComparedFilter {
  /** Searched in all cells, ids and names, ignoring case and accents; empty matches all. */
  readonly text: string;
  readonly kind?: ComparedKind;
  /** Matches only people for whom this attribute differs. */
  readonly attribute?: string;
}

/** The page's request for the list; like `ListRequest`. */
export interface ComparedRequest {
  readonly view: number;
  readonly filter: ComparedFilter;
}

/** The request of a page that has not sent one yet. */
export const ALL_COMPARED: ComparedRequest = { view: 0, filter: { text: '' } };

/** The resulting list; like `ListView`. */
export interface ComparedList {
  readonly view: number;
  readonly count: number;
  readonly isComplete: boolean;
}
