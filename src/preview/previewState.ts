import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import type { ProblemGroup, StatusChart } from './previewedProblems';
import type { OutcomeKey } from '../core/run/account/outcomeKey';
import { OUTCOME_KEYS } from '../core/run/account/outcomeKey';
import type { StateTone } from '../core/run/stateLook';
import type { Readiness } from './readiness';
import type { RequestTotals } from './requests/shownRequest';
import type { Span } from '../core/text/span';

/** Something to be said, with the place in the extract that it is about. */
export interface Remark {
  readonly text: string;
  /** Physical, from 1; absent where no line is known, and where the record is the one that is shown. */
  readonly line?: number;
  /** The cells that it concerns, by their columns. */
  readonly columns: readonly string[];
  /** What the cell holds that it is about. */
  readonly value?: string;
  /** Nothing is sent because of it. */
  readonly isError?: true;
}

/** What keeps a record from being sent. */
export interface RecordRemark extends Remark {
  readonly code: string;
  /** What to do, in whole sentences; empty where the text says it. */
  readonly remedy: string;
  /** The number of the rule that it arose at. */
  readonly rule?: number;
}

/** How a record is shown: its outcome before sending, its state in the run afterwards. */
export type ShownState = 'operation' | OutcomeKey;

/** All of them; what needs somebody first comes first. */
export const SHOWN_STATES: readonly ShownState[] = [...OUTCOME_KEYS, 'operation'];

/** One record in the list. */
export interface PreviewRow {
  readonly record: number;
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly state: ShownState;
  readonly note: string;
  /** What would happen to the person, where the accounts of everybody are known. */
  readonly predicted?: ShownOutcome;
  /** What cells say, by their column from 0: those that were asked for, and that the row has. */
  readonly cells?: Readonly<Record<number, string>>;
}

/** What a list can be sorted by: what a row shows, or a column of the extract by its number from 0. */
export type SortKey = 'line' | 'id' | 'name' | 'state' | number;

export interface ListSort {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

/** A cell and the attributes that its value goes into. */
export interface CellTrace {
  readonly column: string;
  readonly value: string;
  readonly paths: readonly string[];
  /** The row has this cell beyond its columns, or ends before it. */
  readonly fault?: 'extra' | 'missing';
}

/** A rule and what it makes of the record: a JSON text, or why there is none. */
export interface RuleTrace {
  readonly path: string;
  /** The right-hand side, as the mapping has it. */
  readonly expression: string;
  readonly columns: readonly string[];
  readonly result: 'value' | 'omitted' | 'problem' | 'excluded';
  readonly text: string;
  /** Where the rule begins in the mapping's text. */
  readonly rule: number;
  /** Where its attribute is in the text of the operation, name and value; absent where the operation has none. */
  readonly span?: Span;
}

/** Everything about one record. */
export interface PreviewDetail {
  readonly row: PreviewRow;
  readonly cells: readonly CellTrace[];
  /**
   * By their numbers, from 0: their places in the mapping. Empty where no rule reads the record: there is no mapping, or the
   * row could not be cut into the columns.
   */
  readonly rules: readonly RuleTrace[];
  /** The operation as JSON on lines; empty for a record that becomes none. */
  readonly operation: string;
  readonly problems: readonly RecordRemark[];
}

/** What the page shows of a person's prediction; `none` where there is none. */
export type PreviewPrediction =
  | { readonly kind: 'none' }
  /** It takes signing in to the connection of this name. */
  | { readonly kind: 'offered'; readonly connection: string }
  | { readonly kind: 'known'; readonly connection: string; readonly person: PredictedPerson };

/** What would happen to a person if the record were sent now, alone. */
export interface PredictedPerson {
  /** `Would be created`, `No change expected`. */
  readonly title: string;
  readonly tone: StateTone;
  /** Whether what does not change is known to stay as it is: the account is one that the job would write to. */
  readonly isWritten: boolean;
  /** Why not what it should be, and what to do; `''` when there is nothing to explain. */
  readonly why: string;
  /** `''` for no value. */
  readonly changes: readonly { readonly attribute: string; readonly now: string; readonly then: string }[];
}

/** An attribute of Entra, and what the job fills it with. */
export interface EntraAttribute {
  readonly name: string;
  /** The SCIM attributes that the job reads for it. */
  readonly sources: readonly string[];
  /** As the job's schema has it. */
  readonly expression: string;
}

/** What the job in use does with the attributes of a person. */
export interface JobFlow {
  /** Where that is known from: `the job schema of Contoso`, `the attribute mappings of a new job`. */
  readonly source: string;
  /** By their numbers, from 0. */
  readonly attributes: readonly EntraAttribute[];
}

/** What the last run that holds a record did with its person; `offered` where finding that out takes reading large runs. */
export type HappenedRemark = { readonly kind: 'offered' } | { readonly kind: 'none' } | PersonHappened;

export interface PersonHappened {
  readonly kind: 'known';
  /** `Created`, `Failed: the sign-in name is taken`. */
  readonly title: string;
  readonly tone: StateTone;
  /** Why, and what to do; `''` where there is nothing to explain. */
  readonly why: string;
  /** When, and to what connection: `2 h ago, in Contoso`. */
  readonly when: string;
}

/** Something that mends a problem of a record, asked for by its number. */
export interface OfferedFix {
  /** The number of the problem among those of the record, from 0. */
  readonly problem: number;
  readonly title: string;
}

/** What the list is narrowed down to. */
export interface RecordFilter {
  /** Looked for in all that a record shows, ignoring case and accents, and a number as its line; empty: all. */
  readonly text: string;
  readonly state?: ShownState;
  /** The code of a kind of problem. */
  readonly problem?: string;
  readonly outcome?: ShownOutcome;
}

/** What the page asks the list to hold. */
export interface ListRequest {
  /** The page numbers its requests; an answer to another one than the last is of no use. */
  readonly view: number;
  readonly filter: RecordFilter;
  /** Left out: in the order of the extract. */
  readonly sort?: ListSort;
  /** The record whose place in the list is wanted. */
  readonly chosen?: number;
}

/** What a page has asked for that has asked for nothing yet: every record. */
export const WHOLE_LIST: ListRequest = { view: 0, filter: { text: '' } };

/** The list that a request gives. Its rows are asked for by their place. */
export interface ListView {
  /** The number of the request. */
  readonly view: number;
  /** Rows that have been found so far. */
  readonly count: number;
  /** Records that have been looked at so far, where rows are looked for. */
  readonly looked?: number;
  /** Whether all records that there are have been looked at. */
  readonly isComplete: boolean;
  /** How much of the sorting is done, 0 to 1, while there are no rows in their order yet. */
  readonly sorting?: number;
  /** Of the chosen record, from 0; absent while it is not among the rows. */
  readonly place?: number;
}

/** The connection in use, in the words that the page has for it. */
interface PreviewConnection {
  /** With the word `production` where it is one. */
  readonly name: string;
  /** On the button that sends, and over it. */
  readonly sendTitle: string;
  readonly sendTooltip: string;
}

/** What is shown of an extract, as far as it is read. */
export interface PreviewContent {
  readonly extract: string;
  /** Empty for the records alone, with no mapping. */
  readonly mapping: string;
  /** Of the extract, in its order. */
  readonly columns: readonly string[];
  /** How the extract was read: `semicolon, utf-8`. */
  readonly dialect: string;
  readonly counts: {
    readonly records: number;
    readonly operations: number;
    readonly batches: number;
    readonly refused: number;
    readonly excluded: number;
  };
  /** How many records there are of each state that any of them has. */
  readonly states: readonly (readonly [state: ShownState, count: number])[];
  /** How many people would get what, where the accounts of everybody are known. */
  readonly outcomes?: readonly (readonly [outcome: ShownOutcome, count: number])[];
  /** Those that sending everybody would make, as far as the extract is read. */
  readonly requests: RequestTotals;
  /** By kind, the gravest first. */
  readonly problems: readonly ProblemGroup[];
  /** What the rule of `active` makes of the words that it reads; absent where it reads none. */
  readonly statuses?: StatusChart;
  /** Worth knowing about how the extract is read. */
  readonly notes: readonly Remark[];
  readonly connection: PreviewConnection;
  /** Another one than before once all is read of an extract, or by a mapping, that has changed; 0 until all was read. */
  readonly reading: number;
  /** Another one than before: rows and details that were given may be different by now. */
  readonly edition: number;
  readonly isComplete: boolean;
  /** Of the bytes that are read, 0 to 1. */
  readonly share: number;
  readonly view: ListView;
}

/** A run of what the preview shows. */
export interface PreviewRun {
  readonly phase: 'sending' | 'following' | 'ended';
  readonly text: string;
  /** Of the requests that have been accepted, 0 to 1, while it sends. */
  readonly share?: number;
}

/** A plan that is being made to be sent. */
export interface PreviewPlanning {
  readonly text: string;
  /** Of the extract that is read for it, 0 to 1. */
  readonly share?: number;
}

/** The page's whole state. */
export type PreviewState =
  | { readonly kind: 'loading'; readonly extract: string }
  /** The mapping or the extract cannot be used; nothing of it can be sent. */
  | {
      readonly kind: 'problems';
      readonly extract: string;
      readonly mapping: string;
      readonly problems: readonly Remark[];
      /** The encoding that the extract looks like, in which it can be shown if the user wants it. */
      readonly readAs?: string;
    }
  | {
      readonly kind: 'ready';
      readonly content: PreviewContent;
      readonly run?: PreviewRun;
      /** What sending would say; absent where there is no mapping, or all is not read. */
      readonly readiness?: Readiness;
      /** How far a plan is that is being made to be sent. */
      readonly planning?: PreviewPlanning;
      /** What is wrong with the mapping or the extract as it is now; what is shown is how it was before. */
      readonly stale?: readonly Remark[];
    };
