import type { Change, DeferredReference } from './change';
import type { CompiledJob } from '../job/compiledJob';
import type { FlowContextOf, CycleContext } from './cycleContext';
import type { DirectoryUser } from '../directory/directory';
import type { JobState } from './jobState';

/** Whose matching values and accounts came by in this cycle: from the value to the externalId. */
export type SeenValues = Map<string, string>;

/** What a record is decided in. */
export interface RecordFrame {
  readonly job: CompiledJob;
  readonly state: JobState;
  readonly context: CycleContext;
  readonly contextOf: FlowContextOf;
  readonly seen: SeenValues;
}

/** Whom a change is about. */
export type AccountSubject = Pick<Change, 'externalId' | 'displayName' | 'targetId' | 'userPrincipalName'>;

/** What is to happen to one record. Deciding changes nothing: the caller writes the account. */
export interface Decision {
  readonly change: Change;
  /** The account as it will be; `id` is `''` when it has to be created. Absent when nothing is written. */
  readonly account?: DirectoryUser;
  /** The account that the job knows the record by from now on. */
  readonly link?: string;
  /** Absent when the record is in scope; whether its leaving ends what the job knows of it. */
  readonly leavesScope?: boolean;
  /** References that the record speaks of: those that are not known yet, or none any more. Absent when it speaks of none. */
  readonly waiting?: readonly DeferredReference[];
}
