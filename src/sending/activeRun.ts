import type { RunStatus } from '../core/journal/runStatus';
import type { Run } from '../core/run/run';

/** A run of this process that is being sent, or whose log is being read. */
export interface ActiveRun {
  readonly id: string;
  readonly run: Run;
  readonly status: RunStatus;
  onDidChange(listener: () => void): { dispose(): void };
  /** No new request is begun; the one in flight is awaited. */
  pause(): void;
  /** Goes on after a pause. Refused while what it was paused for lasts. */
  resume(): void;
  /** Stops for good after the request in flight. What was accepted cannot be taken back. */
  cancel(): void;
  /** Stops reading the log, or sending after the request in flight, without an end of the run: it can be resumed. */
  stop(): void;
  /** The same without waiting for the request in flight: its outcome is unknown then. */
  stopAtOnce(): void;
  /** Resolves when this process has nothing more to do for it. */
  readonly ended: Promise<RunStatus>;
}
