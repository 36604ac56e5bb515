import type { LogEntry, LogStep, ModifiedProperty } from '../core/logs/logEntry';
import type { CauseGroup } from '../core/run/account/accountGroups';
import type { OutcomeKey } from '../core/run/account/outcomeKey';
import type { LeftOut, RecordAccount, RunAccount } from '../core/run/account/runAccount';
import type { NoteElement, NoteTone } from './rowLook';
import type { RunWords } from './runWords';

/** A run as the tree shows it. */
export interface ShownRun {
  /** Unique among the runs that are shown. */
  readonly id: string;
  /** The name of its source. */
  readonly extract: string;
  readonly target: string;
  /** Milliseconds since 1970: when it was planned or sent. */
  readonly at: number;
  /** The same as people here read it: the time alone of what is of today. */
  readonly began: string;
  /** Its progress as text, with its icon. */
  readonly state: RunWords;
  /** Why it does not go on, or cannot, and what to do. */
  readonly notes: readonly RunNote[];
  /** How many records there are in each state; absent where nothing is known of them. */
  readonly counts?: RunAccount['counts'];
  /** Of the excluded, whom its plan leaves out. */
  readonly leftOut?: LeftOut;
  /** Its people, once they were asked for. */
  readonly account?: RunAccount;
  /** Whether it went to a tenant of Microsoft Entra. */
  readonly isReal: boolean;
  /** Everything was sent, and the log has not answered all of it. */
  readonly isAwaiting: boolean;
  /** It has come to its end, good or bad. */
  readonly isOver: boolean;
  readonly can: readonly RunAbility[];
}

/** What can be done with a run as it is now. */
export type RunAbility = 'pause' | 'resume' | 'cancel' | 'verify' | 'resend' | 'rest' | 'search' | 'show' | 'remove';

/** A row below a run, before its people. */
export interface RunNote {
  readonly label: string;
  readonly text: string;
  readonly tone: NoteTone;
}

/** Whom a row is about. */
export interface OfPerson {
  readonly run: ShownRun;
  readonly person: RecordAccount;
}

/** People of a run who came to the same. */
export interface OutcomeElement {
  readonly kind: 'outcome';
  readonly id: string;
  readonly run: ShownRun;
  readonly outcome: OutcomeKey;
  readonly count: number;
  /** A filter has found them: they are shown at once. */
  readonly isFound: boolean;
}

/** Those of them who have the same cause. */
export interface CauseElement {
  readonly kind: 'cause';
  readonly id: string;
  readonly run: ShownRun;
  readonly outcome: OutcomeKey;
  readonly cause: CauseGroup;
  readonly isFound: boolean;
}

/**
 * A row of the tree: plain data. What is selected and unfolded survives a refresh, because a row has its id as long as what it is
 * about is there.
 */
export type RunElement =
  | { readonly kind: 'day'; readonly id: string; readonly title: string; readonly runs: readonly ShownRun[] }
  | { readonly kind: 'run'; readonly id: string; readonly run: ShownRun }
  | OutcomeElement
  | CauseElement
  | ({ readonly kind: 'person'; readonly id: string } & OfPerson)
  /** The rest of the people of a row: the next of them come in its place. */
  | {
      readonly kind: 'more';
      readonly id: string;
      readonly run: ShownRun;
      readonly of: OutcomeElement | CauseElement;
      readonly left: number;
    }
  /** A filter is on, and nobody of the run is found. */
  | { readonly kind: 'none'; readonly id: string; readonly run: ShownRun }
  /** About a run, or about one of its people. */
  | (NoteElement & { readonly run: ShownRun; readonly person?: RecordAccount })
  | ({ readonly kind: 'entry'; readonly id: string; readonly entry: LogEntry } & OfPerson)
  | ({ readonly kind: 'step'; readonly id: string; readonly step: LogStep } & OfPerson)
  | ({ readonly kind: 'change'; readonly id: string; readonly change: ModifiedProperty } & OfPerson)
  /** Where a person is in the source. */
  | ({ readonly kind: 'record'; readonly id: string } & OfPerson)
  /** What was sent, or is to be sent, of a person. */
  | ({ readonly kind: 'operation'; readonly id: string } & OfPerson);

/** What a user has asked of the tree. */
export interface RunsView {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How many people are shown below a row, by its id, where they are more than the first. */
  readonly limits: Pick<ReadonlyMap<string, number>, 'get'>;
  /** Who is found in an account: indexes in the order of the extract. Absent without a filter. */
  readonly found?: (account: RunAccount) => readonly number[];
}
