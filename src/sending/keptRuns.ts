import type { Connection, OpenedConnection } from '../connections/connection';
import type { CountedRecords } from '../core/baseline/survey';
import type { SelectionReason } from '../core/journal/planFile';
import type { Run } from '../core/run/run';
import type { KeptRun } from '../runs/runStore';
import type { RunStatus } from '../core/journal/runStatus';
import type { PilotResult } from './live/pilot';
import type { Planner } from './planner';
import type { Preparation } from './preparation';

/** A run of the store, for display. */
export interface ShownRun {
  readonly kept: KeptRun;
  readonly run: Run;
  readonly status: RunStatus;
  /** Whether its people have their names and ids again: its source is here, and the same. Else they are known by line. */
  readonly isNamed: boolean;
}

/** What is needed to resume a run. */
export interface ResumeRequest {
  readonly run: string;
  /** Of the source and the mapping as they are now. */
  readonly planner: Planner;
  readonly connection: Connection;
  readonly opened: OpenedConnection;
  readonly predicts: boolean;
}

/** A run that may be resumed. Nothing was sent yet; `resumeRun` sends. */
export interface Resumption extends Preparation {
  readonly resumes: KeptRun;
  /** People who are in a newer run of the job: they are left out, because what is newer must not be overwritten. */
  readonly superseded: CountedRecords;
  /** The results of the people who were sent alone, where the run waits for somebody to check them. */
  readonly pilot?: PilotResult;
  /** Its plan is so old that its guards ask again: {@link Preparation.findings}. Else there are none. */
  readonly isOld: boolean;
}

/** Some records of a run, for a plan of them alone: `records` of a {@link SendRequest}. */
export interface RecordSelection {
  readonly bits: Uint8Array;
  readonly reason: SelectionReason;
  readonly count: number;
}
