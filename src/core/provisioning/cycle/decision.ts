import type { Change, DeferredReference } from './change';
import type { CompiledJob } from '../job/compiledJob';
import type { FlowContextOf, CycleContext } from './cycleContext';
import type { DirectoryUser } from '../directory/directory';
import type { JobState } from './jobState';

/** The matching values and accounts that this cycle has seen, with the externalId that each belongs to. */
export type SeenValues = Map<string, string>;

/** The environment in which records are decided. */
export interface RecordFrame {
  readonly job: CompiledJob;
  readonly state: JobState;
  readonly context: CycleContext;
  readonly contextOf: FlowContextOf;
  readonly seen: SeenValues;
}

/** The person that a change concerns. */
export type AccountSubject = Pick<Change, 'externalId' | 'displayName' | 'targetId' | 'userPrincipalName'>;

/** What will happen to one record. A decision changes nothing; the caller writes the account. */
export interface Decision {
  readonly change: Change;
  /** The account after the change; `id` is `''` for an account to create. Absent if nothing is written. */
  readonly account?: DirectoryUser;
  /** The account that the job links to the record from now on. */
  readonly link?: string;
  /** Absent if the record is in scope; otherwise whether leaving the scope removes the job's link to the account. */
  readonly leavesScope?: boolean;
  /** The unresolved references of the record, possibly none. Absent if the record does not mention references. */
  readonly waiting?: readonly DeferredReference[];
}
