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
  /** The service's code of a failure, or of why nothing was done. */
  readonly code?: string;
  readonly changeId?: string;
  readonly cycleId?: string;
  /** Whether it only sets a reference, such as the manager. */
  readonly isReference?: boolean;
  /** It contains the person's values, and is never stored on disk. */
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
