import type { Uri } from 'vscode';
import type { Run } from '../../core/run/run';
import type { RunStatus } from '../../core/journal/runStatus';
import type { ActiveRun } from '../../sending/activeRun';

/** A run that this window knows, with its people and the files that it came from. */
export interface WindowRun {
  readonly id: string;
  readonly run: Run;
  readonly status: RunStatus;
  /** While this process sends it or reads its log. */
  readonly active?: ActiveRun;
  /** When this process has written the last line of its journal, ISO 8601, once it has nothing more to do for it. */
  readonly lastAt?: string | undefined;
  readonly extract: Uri;
  readonly extractName: string;
  /** The text of the mapping that it was converted with; empty for a payload, and where that text is no longer to be had. */
  readonly mapping: string;
  /** What the connection is called. */
  readonly target: string;
  /** Whether that is a tenant of Microsoft Entra. */
  readonly isReal: boolean;
}
