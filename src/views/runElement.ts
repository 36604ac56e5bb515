import type { LogEntry, LogStep, ModifiedProperty } from '../core/logs/logEntry';
import type { CauseGroup } from '../core/run/account/accountGroups';
import type { OutcomeKey } from '../core/run/account/outcomeKey';
import type { LeftOut, RecordAccount, RunAccount } from '../core/run/account/runAccount';
import type { NoteElement, NoteTone } from './rowLook';
import type { RunWords } from './runWords';

/** A run in the form that the tree needs. */
export interface ShownRun {
  /** Unique among the shown runs. */
  readonly id: string;
  /** The name of its source. */
  readonly extract: string;
  readonly target: string;
  /** When it was planned or sent, in milliseconds since 1970. */
  readonly at: number;
  /** The same for display; only the time if it is today. */
  readonly began: string;
  /** Its progress as text, with an icon. */
  readonly state: RunWords;
  /** Why it is not continuing, or cannot continue, and what to do. */
  readonly notes: readonly RunNote[];
  /** The number of records in each state; absent if unknown. */
  readonly counts?: RunAccount['counts'];
  /** Counts of the excluded people whom the plan leaves out. */
  readonly leftOut?: LeftOut;
  /** Its people, once they have been loaded. */
  readonly account?: RunAccount;
  /** Whether it was sent to a tenant of Microsoft Entra. */
  readonly isReal: boolean;
  /** Everything was sent, but the log does not have all entries yet. */
  readonly isAwaiting: boolean;
  /** Whether it has ended, successfully or not. */
  readonly isOver: boolean;
  readonly can: readonly RunAbility[];
}

/** An action that a run allows in its current state. */
export type RunAbility = 'pause' | 'resume' | 'cancel' | 'verify' | 'resend' | 'rest' | 'search' | 'show' | 'remove';

/** A row directly below a run, before its people. */
export interface RunNote {
  readonly label: string;
  readonly text: string;
  readonly tone: NoteTone;
}

/** The person that a row is about. */
export interface OfPerson {
  readonly run: ShownRun;
  readonly person: RecordAccount;
}

/** The people of a run with the same outcome. */
export interface OutcomeElement {
  readonly kind: 'outcome';
  readonly id: string;
  readonly run: ShownRun;
  readonly outcome: OutcomeKey;
  readonly count: number;
  /** Whether a filter found them; they are then expanded. */
  readonly isFound: boolean;
}

/** The people of an outcome with the same cause. */
export interface CauseElement {
  readonly kind: 'cause';
  readonly id: string;
  readonly run: ShownRun;
  readonly outcome: OutcomeKey;
  readonly cause: CauseGroup;
  readonly isFound: boolean;
}

/**
 * A row of the tree, as plain data. Selection and expansion survive a refresh, because a row keeps its id while its
 * subject exists.
 */
export type RunElement =
  | { readonly kind: 'day'; readonly id: string; readonly title: string; readonly runs: readonly ShownRun[] }
  | { readonly kind: 'run'; readonly id: string; readonly run: ShownRun }
  | OutcomeElement
  | CauseElement
  | ({ readonly kind: 'person'; readonly id: string } & OfPerson)
  /** Stands for the remaining people of a row, and loads the next of them. */
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly run: ShownRun;
      readonly of: OutcomeElement | CauseElement;
      readonly left: number;
    }
  /** A filter is active and matches nobody in the run. */
  | { readonly kind: 'none'; readonly id: string; readonly run: ShownRun }
  /** A note about a run or about one of its people. */
  | (NoteElement & { readonly run: ShownRun; readonly person?: RecordAccount })
  | ({ readonly kind: 'entry'; readonly id: string; readonly entry: LogEntry } & OfPerson)
  | ({ readonly kind: 'step'; readonly id: string; readonly step: LogStep } & OfPerson)
  | ({ readonly kind: 'change'; readonly id: string; readonly change: ModifiedProperty } & OfPerson)
  /** The person's place in the source. */
  | ({ readonly kind: 'record'; readonly id: string } & OfPerson)
  /** The operation that was or will be sent for the person. */
  | ({ readonly kind: 'operation'; readonly id: string } & OfPerson);

/** The user's settings for the tree. */
export interface RunsView {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The number of people shown below a row, by its id, if the user has loaded more than the first. */
  readonly limits: Pick<ReadonlyMap<string, number>, 'get'>;
  /**
   * The people of an account that match the filter, as indexes in the order of the extract. Absent without a filter.
   */
  readonly found?: (account: RunAccount) => readonly number[];
}
