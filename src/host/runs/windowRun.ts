import type { Uri } from 'vscode';
import type { Run } from '../../core/run/run';
import type { RunStatus } from '../../core/journal/runStatus';
import type { ActiveRun } from '../../sending/activeRun';

/** A run in this window, with its people and the files that it came from. */
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
  /** The text of the mapping that converted it; empty for a payload, and if that text is no longer available. */
  readonly mapping: string;
  /** The name of the connection. */
  readonly target: string;
  /** Whether that is a tenant of Microsoft Entra. */
  readonly isReal: boolean;
}
