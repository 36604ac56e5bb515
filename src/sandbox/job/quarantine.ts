import type { QuarantineRules } from './jobRules';

/** Why a job is in quarantine. Source: Microsoft Graph, resource type synchronizationQuarantine. */
export type QuarantineReason =
  | 'EncounteredBaseEscrowThreshold'
  | 'EncounteredTotalEscrowThreshold'
  | 'EncounteredEscrowProportionThreshold'
  | 'EncounteredQuarantineException'
  | 'QuarantinedOnDemand'
  | 'TooManyDeletes';

/** An error of a whole job. Source: Microsoft Graph, resource type synchronizationError. */
export interface JobError {
  readonly code: string;
  readonly message: string;
}

/** Times in milliseconds since 1970. */
export interface Quarantine {
  readonly reason: QuarantineReason;
  readonly error: JobError;
  readonly began: number;
  readonly nextAttempt: number;
  /** The number of attempts that ended in quarantine, from 1. */
  readonly attempts: number;
}

export interface FailureCounts {
  readonly records: number;
  readonly failures: number;
  readonly referenceFailures: number;
}

/**
 * The reason for which failures put a job into quarantine, if they do. The numbers are documented; which reason belongs
 * to which is inferred from the names.
 */
export function quarantineReason(counts: FailureCounts, rules: QuarantineRules): QuarantineReason | undefined {
  const { records, failures, referenceFailures } = counts;
  if (failures + referenceFailures > rules.failuresWithReferences) return 'EncounteredTotalEscrowThreshold';
  if (failures > rules.failures) return 'EncounteredBaseEscrowThreshold';
  const isShareTooHigh = failures >= rules.evaluatedFrom && failures > records * rules.proportion;
  return isShareTooHigh ? 'EncounteredEscrowProportionThreshold' : undefined;
}

const messages: Readonly<Record<QuarantineReason, string>> = {
  EncounteredBaseEscrowThreshold: 'Too many records have failed.',
  EncounteredTotalEscrowThreshold: 'Too many records have failed, references among them.',
  EncounteredEscrowProportionThreshold: 'Too large a share of the records has failed.',
  EncounteredQuarantineException: 'The job cannot go on.',
  QuarantinedOnDemand: 'The job was put into quarantine on demand.',
  TooManyDeletes: 'A cycle would disable or delete more accounts than the threshold of accidental deletions allows.',
};

/** Puts a job into quarantine at `now`, or counts another attempt if it is already there. */
export function quarantined(
  before: Quarantine | undefined,
  reason: QuarantineReason,
  now: number,
  rules: QuarantineRules,
  error?: JobError,
): Quarantine {
  return {
    reason,
    error: error ?? { code: reason, message: messages[reason] },
    began: before?.began ?? now,
    nextAttempt: now + rules.interval,
    attempts: (before?.attempts ?? 0) + 1,
  };
}
