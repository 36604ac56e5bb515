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
  /**
   * Whether its people have names and ids, because its source is available and unchanged. Otherwise people are shown by
   * line.
   */
  readonly isNamed: boolean;
}

/** The input for resuming a run. */
export interface ResumeRequest {
  readonly run: string;
  /** The planner of the current source and mapping. */
  readonly planner: Planner;
  readonly connection: Connection;
  readonly opened: OpenedConnection;
  readonly predicts: boolean;
}

/** A run that may be resumed. Nothing has been sent yet; `resumeRun` sends. */
export interface Resumption extends Preparation {
  readonly resumes: KeptRun;
  /** People who are in a newer run of the job. They are left out, because newer data must not be overwritten. */
  readonly superseded: CountedRecords;
  /** The results of the pilot, if the run waits for a user to check them. */
  readonly pilot?: PilotResult;
  /** Whether the plan is so old that guards check it again. If not, {@link Preparation.findings} is empty. */
  readonly isOld: boolean;
}

/** Some records of a run, for a plan of only these: `records` of a {@link SendRequest}. */
export interface RecordSelection {
  readonly bits: Uint8Array;
  readonly reason: SelectionReason;
  readonly count: number;
}
