import type { RunStatus } from '../core/journal/runStatus';
import type { Run } from '../core/run/run';

/** A run that this process sends, or whose log it reads. */
export interface ActiveRun {
  readonly id: string;
  readonly run: Run;
  readonly status: RunStatus;
  /** When the last line of its journal was written, ISO 8601. */
  readonly lastAt: string | undefined;
  onDidChange(listener: () => void): { dispose(): void };
  /** Starts no new request; the one in flight is awaited. */
  pause(): void;
  /** Goes on after a pause. Refused while the reason for the pause lasts. */
  resume(): void;
  /** Stops for good after the request in flight. What was accepted cannot be taken back. */
  cancel(): void;
  /** Stops reading the log, or sending after the request in flight, without ending the run: it can be resumed. */
  stop(): void;
  /** The same without waiting for the request in flight: its outcome is unknown then. */
  stopAtOnce(): void;
  /** Resolves when this process has nothing more to do for it. */
  readonly ended: Promise<RunStatus>;
}
