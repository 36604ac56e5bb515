import { explainJob } from '../../core/logs/explainJob';
import type { Explanation } from '../../core/logs/explanations';
import { explainQuarantine, LEAVE_QUARANTINE } from '../../core/logs/quarantineReasons';
import { formatUtc } from '../reading/formatUtc';
import type { TenantError } from '../errors';
import type { JobState } from '../parseJob';

/** The facts of a job whose log has no entries for accepted people. */
export interface SilentJob {
  /** The current job, or why it is unknown. */
  readonly job: JobState | TenantError | undefined;
  /** When the last request was accepted, by the tenant's clock; milliseconds since 1970. */
  readonly acceptedAt: number;
  /** Whether it was paused, disabled or in quarantine since then. */
  readonly wasStuck: boolean;
}

const SEND_AGAIN = 'Send these people again: nothing else restores deleted uploads.';

/**
 * Explains why the log may have no entries for accepted people, and what to do. Source for how the job handles staged
 * uploads: Microsoft Graph, synchronizationJob: pause, restart; Entra, inbound provisioning FAQ.
 */
export function explainSilence({ job, acceptedAt, wasStuck }: SilentJob): Explanation {
  if (job === undefined)
    return { cause: 'The reason is unknown.', remedy: 'Check the job on the provisioning page of its application.' };
  if (job instanceof Error) return explainUnread(job);
  const stuck = explainStuck(job);
  if (stuck !== undefined) return stuck;
  const { lastExecution } = job;
  if (lastExecution === undefined || lastExecution.ended < acceptedAt) {
    const last =
      lastExecution === undefined ? 'It has never run.' : `Its last run was at ${formatUtc(lastExecution.ended)}.`;
    return {
      cause: `The job has not run since these people were accepted. ${last}`,
      remedy: `Wait: a job runs about every 40 minutes, and its entries appear up to 10 minutes later.${agentWords(job)}`,
    };
  }
  const ran = `The job has run since these people were accepted, last at ${formatUtc(lastExecution.ended)}, but the log has no entry about them.`;
  const why = wasStuck
    ? 'It was paused or in quarantine before. If it was restarted then, staged uploads were deleted.'
    : 'If it was restarted while it was paused or in quarantine, staged uploads were deleted.';
  return { cause: `${ran} ${why}`, remedy: SEND_AGAIN };
}

/**
 * A job for Active Directory writes through agents. Source: Entra, provisioning agent;
 * HybridIdentityServiceNoActiveAgents.
 */
function agentWords({ templateId }: JobState): string {
  if (templateId !== 'API2AD') return '';
  return ' If it does not run, check on the provisioning page that a provisioning agent is active.';
}

/** Explains why the job does not provision at present; `undefined` if it does. */
export function explainStuck({ code, schedule, quarantine }: JobState): Explanation | undefined {
  if (quarantine === undefined && code !== 'Quarantine')
    return explainJob({ code: schedule === 'Paused' ? 'Paused' : code, schedule });
  const { cause, remedy } = explainQuarantine(quarantine?.reason ?? '');
  return {
    cause: `The job is in quarantine: ${cause}`,
    remedy: `${remedy} ${LEAVE_QUARANTINE}`,
  };
}

function explainUnread({ status, message, remedy }: TenantError): Explanation {
  if (status === 404)
    return {
      cause: 'The job no longer exists, and staged uploads were deleted with it.',
      remedy: 'Check the job of the connection, then send these people again.',
    };
  return { cause: `The reason is unknown, because the state of the job cannot be read. ${message}`, remedy };
}
