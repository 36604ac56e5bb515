import type { Explanation } from '../../core/logs/explanations';
import { TenantError } from '../../tenant/errors';
import type { JobState } from '../../tenant/parseJob';
import { formatUtc } from '../../tenant/reading/formatUtc';
import { explainStuck } from '../../tenant/reconciling/explainSilence';
import type { Tenant } from '../../tenant/tenant';

/**
 * Explains why a job's log may be empty, and what to do. Source: Entra, inbound provisioning FAQ and provisioning logs:
 * a job runs about every 40 minutes; entries appear 5 to 10 minutes later and are kept for 7 or 30 days.
 */
export async function explainEmptyLog(tenant: Tenant, signal: AbortSignal): Promise<Explanation> {
  try {
    return explain(await tenant.readJob(signal), tenant.kind);
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    return { cause: `The state of the job cannot be read: ${error.message}`, remedy: error.remedy };
  }
}

function explain(job: JobState, kind: Tenant['kind']): Explanation {
  const stuck = explainStuck(job);
  if (stuck !== undefined) return stuck;
  const { lastExecution } = job;
  const soon =
    kind === 'sandbox'
      ? 'Send an extract; the sandbox writes its entries within seconds.'
      : 'Send an extract, then wait: a job runs about every 40 minutes, and its entries appear up to 10 minutes later.';
  if (lastExecution === undefined) return { cause: 'The job has never run.', remedy: soon };
  const cause = `The job ran last at ${formatUtc(lastExecution.ended)} and had nobody to provision.`;
  return { cause, remedy: `${soon} Entries older than 30 days are deleted, or than 7 days without a premium licence.` };
}
