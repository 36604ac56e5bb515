import type { RunStatus } from '../core/journal/runStatus';
import type { Run } from '../core/run/run';

/** A run that this process sends, or whose log it reads. */
export interface ActiveRun {
  readonly id: string;
  readonly run: Run;
  readonly status: RunStatus;
  /** When the last line of its journal was written; ISO 8601. */
  readonly lastAt: string | undefined;
  onDidChange(listener: () => void): { dispose(): void };
  /** Starts no new request; waits for the one in flight. */
  pause(): void;
  /** Continues after a pause. Does nothing while the service still demands the wait. */
  resume(): void;
  /** Stops for good after the request in flight. Accepted requests cannot be recalled. */
  cancel(): void;
  /** Stops reading the log, or sending after the request in flight. The run can be resumed. */
  stop(): void;
  /** Like {@link stop}, without waiting for the request in flight, whose outcome is unknown afterwards. */
  stopAtOnce(): void;
  /** Resolves when this process has finished its work on the run. */
  readonly ended: Promise<RunStatus>;
}
