import type { Explanation } from './explanations';

const tooManyFailures =
  'Look at the failures in the provisioning log and correct them. Once the job runs, send the corrected people again.';

/**
 * How a job gets out of quarantine. Source: Microsoft Graph, synchronizationJob: start (ends a quarantine), restart (of a job that does
 * not run, deletes what is staged); Entra, application provisioning in quarantine status.
 */
export const LEAVE_QUARANTINE =
  'Then start the job: that ends the quarantine, and keeps what the job has taken in. Do not restart it, which deletes that. Until it is started, it tries once a day; after four weeks it is switched off.';

/**
 * Why a job is in quarantine, keyed as the service names it; words ours. Sources: Microsoft Graph, resource type
 * synchronizationQuarantine; Entra, application provisioning in quarantine status; read 2026-11.
 */
const table: Readonly<Record<string, Explanation>> = {
  EncounteredBaseEscrowThreshold: { cause: 'too many people failed.', remedy: tooManyFailures },
  EncounteredTotalEscrowThreshold: {
    cause: 'too many people failed, references such as managers included.',
    remedy: tooManyFailures,
  },
  EncounteredEscrowProportionThreshold: {
    cause: 'too large a share of the people failed.',
    remedy: tooManyFailures,
  },
  EncounteredQuarantineException: {
    cause: 'an error keeps the whole job from working.',
    remedy:
      'Open the provisioning page of the application in the admin center, which shows the error. A missing notification email is a frequent cause; for Active Directory, check that the provisioning agent runs.',
  },
  QuarantinedOnDemand: {
    cause: 'an administrator or Microsoft put it there.',
    remedy: 'Ask who did so and why.',
  },
  TooManyDeletes: {
    cause: 'a cycle would disable or delete more accounts than the threshold for accidental deletions allows.',
    remedy:
      'Look at the people who would be disabled, on the provisioning page of the application in the admin center: allow the deletions there, or reject them.',
  },
  IngestionInterrupted: {
    cause: 'taking in what was sent was interrupted.',
    remedy: 'Ask Microsoft’s support if it lasts.',
  },
};

const UNKNOWN: Explanation = {
  cause: 'the service does not give a reason that is known here.',
  remedy: 'Open the provisioning page of the application in the admin center, which shows the error.',
};

const reasons: ReadonlyMap<string, Explanation> = new Map(
  Object.entries(table).map(([reason, explanation]) => [reason.toLowerCase(), explanation]),
);

/** The reason for a quarantine in plain words: a cause to be put after a colon, and what to do. */
export function explainQuarantine(reason: string): Explanation {
  return reasons.get(reason.toLowerCase()) ?? UNKNOWN;
}
