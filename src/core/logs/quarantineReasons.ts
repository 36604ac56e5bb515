import type { Explanation } from './explanations';

const tooManyFailures = 'Fix the failures in the provisioning log. Once the job runs, send the corrected people again.';

/**
 * How to end a quarantine. Source: Microsoft Graph, synchronizationJob: start (ends a quarantine), restart (of a job
 * that does not run, deletes what is staged); Entra, application provisioning in quarantine status.
 */
export const LEAVE_QUARANTINE =
  'Then start the job, which ends the quarantine and keeps the people that were sent. Do not restart it, which deletes them. Until it is started, it tries once a day; after four weeks it is disabled.';

/**
 * Why a job is in quarantine, by the service's name; the texts are ours. Sources: Microsoft Graph, resource type
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
    cause: 'an error prevents the whole job from working.',
    remedy:
      'Open the provisioning page of the application in the admin center, which shows the error. A missing notification email is a frequent cause; for Active Directory, check that the provisioning agent runs.',
  },
  QuarantinedOnDemand: {
    cause: 'an administrator or Microsoft quarantined it.',
    remedy: 'Find out who did this and why.',
  },
  TooManyDeletes: {
    cause: 'a cycle would disable or delete more accounts than the threshold for accidental deletions allows.',
    remedy:
      'Check the people who would be disabled on the provisioning page of the application in the admin center, then allow or reject the deletions there.',
  },
  IngestionInterrupted: {
    cause: 'accepting uploads was interrupted.',
    remedy: 'Contact Microsoft support if it continues.',
  },
};

const UNKNOWN: Explanation = {
  cause: 'the service does not give a known reason.',
  remedy: 'Open the provisioning page of the application in the admin center, which shows the error.',
};

const reasons: ReadonlyMap<string, Explanation> = new Map(
  Object.entries(table).map(([reason, explanation]) => [reason.toLowerCase(), explanation]),
);

/** The reason for a quarantine in plain words: a cause for use after a colon, and what to do. */
export function explainQuarantine(reason: string): Explanation {
  return reasons.get(reason.toLowerCase()) ?? UNKNOWN;
}
