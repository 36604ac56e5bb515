/** What a person is in a comparison, those first that somebody looks for: the order of the list. */
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
  /** Tells the row from all others of the same comparison. For everybody but leavers it is the number of the record. */
  readonly record: number;
  /** Physical, in the extract that has the person: for leavers the other one. */
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly kind: ComparedKind;
  /** The attributes that differ, as a mapping spells them. */
  readonly changed: readonly string[];
  /** Whether something differs that no attribute of the mapping has. */
  readonly hasOtherChanges: boolean;
  /** Why the record is left out; empty for all others. */
  readonly note: string;
}

/** An attribute of a person on both sides. A text is empty where there is no value. */
export interface ComparedValue {
  readonly path: string;
  readonly differs: boolean;
  /** Absent where only a hash is known of it, or the person is new. */
  readonly before?: string;
  /** Absent where the extract does not have the person. */
  readonly now?: string;
  /** The cells that the values come from, by their columns. */
  readonly columns: readonly string[];
}

/** Everything about a person in a comparison. */
export interface ComparedDetail {
  readonly row: ComparedRow;
  /** Physical, in the extract that is shown; absent for leavers. */
  readonly line?: number;
  /** Physical, in the other extract; absent where there is none, or it does not have the person. */
  readonly otherLine?: number;
  readonly values: readonly ComparedValue[];
}

/** What the list of people is narrowed down to. */
export interface ComparedFilter {
  /** Looked for in all cells, ids and names, ignoring case and accents; empty: all. */
  readonly text: string;
  readonly kind?: ComparedKind;
  /** Only people of whom this attribute differs. */
  readonly attribute?: string;
}

/** What the page asks the list to hold; as `ListRequest`. */
export interface ComparedRequest {
  readonly view: number;
  readonly filter: ComparedFilter;
}

/** What a page has asked for that has asked for nothing yet. */
export const ALL_COMPARED: ComparedRequest = { view: 0, filter: { text: '' } };

/** The list that a request gives; as `ListView`. */
export interface ComparedList {
  readonly view: number;
  readonly count: number;
  readonly isComplete: boolean;
}
