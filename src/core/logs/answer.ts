import { codeOfEntry } from './explain';
import type { LogEntry } from './logEntry';
import type { Outcome } from './outcome';
import { entryOutcome } from './outcome';
import { setsReferenceAlone } from './setsReferenceAlone';

/**
 * What an entry of the log says about an operation: the stored facts, and the entry itself if this process has read it.
 */
export interface Answer {
  /** The entry's id. */
  readonly entry: string;
  /** ISO 8601, by the tenant's clock. */
  readonly at: string;
  readonly outcome: Outcome;
  /** The service's code for a failure, or for the reason why nothing was done. */
  readonly code?: string;
  readonly changeId?: string;
  readonly cycleId?: string;
  /** Whether it only sets a reference, such as the manager. */
  readonly isReference?: boolean;
  /** Contains the person's values, so it is never stored on disk. */
  readonly log?: LogEntry;
}

export function answerOf(entry: LogEntry): Answer {
  const code = codeOfEntry(entry);
  return {
    entry: entry.id,
    at: entry.activityDateTime,
    outcome: entryOutcome(entry),
    ...(code !== undefined && { code }),
    ...(entry.changeId !== '' && { changeId: entry.changeId }),
    ...(entry.cycleId !== '' && { cycleId: entry.cycleId }),
    ...(setsReferenceAlone(entry) && { isReference: true }),
    log: entry,
  };
}
