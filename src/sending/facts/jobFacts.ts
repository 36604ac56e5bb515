import type { JobFacts, Known } from '../../core/guards/guardFacts';
import { RejectedError, TenantError } from '../../tenant/errors';
import { jobTarget } from '../../tenant/jobTarget';
import type { JobState } from '../../tenant/parseJob';
import type { Tenant } from '../../tenant/tenant';

/** The current state of the job, or why it is unknown. A job that cannot be read may still accept uploads. */
export async function readJobFacts(tenant: Pick<Tenant, 'readJob'>, signal?: AbortSignal): Promise<Known<JobFacts>> {
  try {
    return { known: jobFacts(await tenant.readJob(signal)) };
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    signal?.throwIfAborted();
    return {
      unknown: error instanceof RejectedError ? 'reading the job is not permitted' : 'the job could not be read',
    };
  }
}

function jobFacts(job: JobState): JobFacts {
  const isInbound = jobTarget(job.templateId) !== undefined || jobTarget(job.id) !== undefined;
  const { preventsDeletions } = job;
  return { state: stateOf(job), isInbound, ...(preventsDeletions !== undefined && { preventsDeletions }) };
}

function stateOf({ schedule, code, quarantine }: JobState): JobFacts['state'] {
  if (code === 'Quarantine' || quarantine !== undefined) return 'quarantined';
  if (schedule === 'Disabled') return 'disabled';
  if (schedule === 'Paused' || code === 'Paused') return 'paused';
  return schedule === 'Active' ? 'active' : 'unknown';
}
