import type { ShownOutcome } from '../core/provisioning/prediction/outcomes';
import type { ProblemGroup, StatusChart } from './previewedProblems';
import type { OutcomeKey } from '../core/run/account/outcomeKey';
import { OUTCOME_KEYS } from '../core/run/account/outcomeKey';
import type { StateTone } from '../core/run/stateLook';
import type { Readiness } from './readiness';
import type { RequestTotals } from './requests/shownRequest';
import type { Span } from '../core/text/span';

/** A message with the place in the extract that it refers to. */
export interface Remark {
  readonly text: string;
  /** Physical line, from 1; absent if unknown, or if the shown record is meant. */
  readonly line?: number;
  /** The columns of the cells that it concerns. */
  readonly columns: readonly string[];
  /** The content of the cell that it refers to. */
  readonly value?: string;
  /** Whether it prevents sending. */
  readonly isError?: true;
}

/** A reason why a record is not sent. */
export interface RecordRemark extends Remark {
  readonly code: string;
  /** What to do, in whole sentences; empty if the text already says it. */
  readonly remedy: string;
  /** The number of the rule with the problem. */
  readonly rule?: number;
}

/** The shown state of a record: its outcome before sending, its state in the run afterwards. */
export type ShownState = 'operation' | OutcomeKey;

/** All states, those that need attention first. */
export const SHOWN_STATES: readonly ShownState[] = [...OUTCOME_KEYS, 'operation'];

/** One record in the list. */
export interface PreviewRow {
  readonly record: number;
  readonly line: number;
  readonly id: string;
  readonly name: string;
  readonly state: ShownState;
  readonly note: string;
  /** The predicted outcome for the person, if all accounts are known. */
  readonly predicted?: ShownOutcome;
  /** Contents of the requested cells, by column index from 0; without cells that the row does not have. */
  readonly cells?: Readonly<Record<number, string>>;
}

/** A sort key of a list: a field of the row, or a column of the extract by index from 0. */
export type SortKey = 'line' | 'id' | 'name' | 'state' | number;

export interface ListSort {
  readonly by: SortKey;
  readonly isDescending: boolean;
}

/** A cell and the attributes that its value flows to. */
export interface CellTrace {
  readonly column: string;
  readonly value: string;
  readonly paths: readonly string[];
  /** The row has more cells than there are columns, or fewer. */
  readonly fault?: 'extra' | 'missing';
}

/** A rule and its result for the record: a JSON text, or the reason why there is none. */
export interface RuleTrace {
  readonly path: string;
  /** The right-hand side as written in the mapping. */
  readonly expression: string;
  readonly columns: readonly string[];
  readonly result: 'value' | 'omitted' | 'problem' | 'excluded';
  readonly text: string;
  /** The start of the rule in the mapping's text. */
  readonly rule: number;
  /**
   * The span of its attribute, name and value, in the text of the operation; absent if the operation does not have it.
   */
  readonly span?: Span;
}

/** Everything about one record. */
export interface PreviewDetail {
  readonly row: PreviewRow;
  readonly cells: readonly CellTrace[];
  /**
   * By index from 0, in the order of the mapping. Empty if no rule reads the record: there is no mapping, or the row
   * does not match the columns.
   */
  readonly rules: readonly RuleTrace[];
  /** The operation as formatted JSON; empty for a record that does not become one. */
  readonly operation: string;
  readonly problems: readonly RecordRemark[];
}

/** The state of a person's prediction on the page; `none` if there is none. */
export type PreviewPrediction =
  | { readonly kind: 'none' }
  /** The prediction requires a sign-in to the connection with this name. */
  | { readonly kind: 'offered'; readonly connection: string }
  | { readonly kind: 'known'; readonly connection: string; readonly person: PredictedPerson };

/** What would happen to a person if only this record were sent now. */
export interface PredictedPerson {
  /** A title such as `Would be created` or `No change expected`. */
  readonly title: string;
  readonly tone: StateTone;
  /** Whether unchanged attributes are known to stay as they are, because the job would write to the account. */
  readonly isWritten: boolean;
  /** The cause and the remedy for an undesired outcome; `''` if there is nothing to explain. */
  readonly why: string;
  /** A value is `''` if there is none. */
  readonly changes: readonly { readonly attribute: string; readonly now: string; readonly then: string }[];
}

/** An attribute of Entra, and the expression with which the job fills it. */
export interface EntraAttribute {
  readonly name: string;
  /** The SCIM attributes that the job reads for it. */
  readonly sources: readonly string[];
  /** As in the job's schema. */
  readonly expression: string;
}

/** What the job in use does with the attributes of a person. */
export interface JobFlow {
  /** The origin of this knowledge: `the job schema of Contoso`, `the attribute mappings of a new job`. */
  readonly source: string;
  /** By index from 0. */
  readonly attributes: readonly EntraAttribute[];
}

/**
 * The outcome for the record's person in the last run that contains the record; `offered` if finding it requires
 * reading large runs.
 */
export type HappenedRemark = { readonly kind: 'offered' } | { readonly kind: 'none' } | PersonHappened;

export interface PersonHappened {
  readonly kind: 'known';
  /** A title such as `Created` or `Failed: the sign-in name is taken`. */
  readonly title: string;
  readonly tone: StateTone;
  /** The cause and the remedy; `''` if there is nothing to explain. */
  readonly why: string;
  /** When, and over which connection: `2 h ago, in Contoso`. */
  readonly when: string;
}

/** A fix for a problem of a record; the page requests it by number. */
export interface OfferedFix {
  /** The index of the problem among those of the record, from 0. */
  readonly problem: number;
  readonly title: string;
}

/** The filter of the list. */
export interface RecordFilter {
  /**
   * Searched in everything that a record shows, ignoring case and accents; a number also matches the line. Empty
   * matches all.
   */
  readonly text: string;
  readonly state?: ShownState;
  /** The code of a kind of problem. */
  readonly problem?: string;
  readonly outcome?: ShownOutcome;
}

/** The page's request for the list. */
export interface ListRequest {
  /** The page numbers its requests; only the answer to the last one is used. */
  readonly view: number;
  readonly filter: RecordFilter;
  /** Absent: in the order of the extract. */
  readonly sort?: ListSort;
  /** The record whose index in the list is requested. */
  readonly chosen?: number;
}

/** The request of a page that has not sent one yet: all records. */
export const WHOLE_LIST: ListRequest = { view: 0, filter: { text: '' } };

/** The list that a request produces. Its rows are fetched by index. */
export interface ListView {
  /** The number of the request. */
  readonly view: number;
  /** Number of rows found so far. */
  readonly count: number;
  /** Number of records searched so far, if the list is filtered. */
  readonly looked?: number;
  /** Whether all records have been searched. */
  readonly isComplete: boolean;
  /** The progress of sorting, 0 to 1, while no row is in order yet. */
  readonly sorting?: number;
  /** The index of the selected record, from 0; absent if it is not among the rows. */
  readonly place?: number;
}

/** The connection in use, as shown on the page. */
interface PreviewConnection {
  /** Contains the word `production` for a production connection. */
  readonly name: string;
  /** The title of the button that sends, and its tooltip. */
  readonly sendTitle: string;
  readonly sendTooltip: string;
}

/** What is shown of an extract, based on the part that has been read. */
export interface PreviewContent {
  readonly extract: string;
  /** Empty if the records are shown without a mapping. */
  readonly mapping: string;
  /** The columns of the extract, in its order. */
  readonly columns: readonly string[];
  /** The format in which the extract was read: `semicolon, utf-8`. */
  readonly dialect: string;
  readonly counts: {
    readonly records: number;
    readonly operations: number;
    readonly batches: number;
    readonly refused: number;
    readonly excluded: number;
  };
  /** The number of records in each state that occurs. */
  readonly states: readonly (readonly [state: ShownState, count: number])[];
  /** The number of people for each predicted outcome, if all accounts are known. */
  readonly outcomes?: readonly (readonly [outcome: ShownOutcome, count: number])[];
  /** Totals of the requests for sending everybody, based on the part of the extract that has been read. */
  readonly requests: RequestTotals;
  /** By kind, the most severe first. */
  readonly problems: readonly ProblemGroup[];
  /** The results of the rule for `active` for the words that it reads; absent if it reads none. */
  readonly statuses?: StatusChart;
  /** Remarks about how the extract is read. */
  readonly notes: readonly Remark[];
  readonly connection: PreviewConnection;
  /** Changes when a changed extract or mapping has been read completely; 0 until the first time. */
  readonly reading: number;
  /** Changes whenever rows and details that were sent before may be outdated. */
  readonly edition: number;
  readonly isComplete: boolean;
  /** The share of bytes that have been read, 0 to 1. */
  readonly share: number;
  readonly view: ListView;
}

/** A run of the shown extract and mapping. */
export interface PreviewRun {
  readonly phase: 'sending' | 'following' | 'ended';
  readonly text: string;
  /** The share of requests that have been accepted, 0 to 1, while it is being sent. */
  readonly share?: number;
}

/** A plan that is being prepared for sending. */
export interface PreviewPlanning {
  readonly text: string;
  /** The share of the extract that has been read for it, 0 to 1. */
  readonly share?: number;
}

/** The page's whole state. */
export type PreviewState =
  | { readonly kind: 'loading'; readonly extract: string }
  /** The mapping or the extract cannot be used, so nothing can be sent. */
  | {
      readonly kind: 'problems';
      readonly extract: string;
      readonly mapping: string;
      readonly problems: readonly Remark[];
      /** The encoding that the extract probably has; the user can choose to show it in that encoding. */
      readonly readAs?: string;
    }
  | {
      readonly kind: 'ready';
      readonly content: PreviewContent;
      readonly run?: PreviewRun;
      /** Whether sending is possible now; absent without a mapping or until everything is read. */
      readonly readiness?: Readiness;
      /** The progress of the plan that is being prepared for sending. */
      readonly planning?: PreviewPlanning;
      /** Problems of the current mapping or extract; what is shown is the previous state. */
      readonly stale?: readonly Remark[];
    };
