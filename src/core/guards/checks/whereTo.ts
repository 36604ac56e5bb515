import { visible } from '../../text/visible';
import type { Guard } from '../guard';
import { uncertain } from '../uncertain';
import { typeable } from '../typeable';

/**
 * Uploads to the wrong tenant cannot be undone, so the tenant's name must be typed before the first upload to a job.
 */
export const whereTo: Guard = {
  id: 'G1',
  title: 'Destination',
  check: ({ plan, tenantName, comparison }) => {
    const { kind, cloud, tenantId, servicePrincipalId, jobId } = plan.target;
    if (kind === 'sandbox') return { decision: 'pass', message: `This goes to a SANDBOX, job ${jobId}.` };
    const where = `This goes to the REAL tenant ${visible(tenantName, 100)} (${tenantId}), cloud ${cloud ?? 'unknown'}, application ${servicePrincipalId}, job ${jobId}.`;
    if ('unknown' in comparison)
      return uncertain(`${where} Whether this job was sent to before is unknown: ${comparison.unknown}.`);
    if (comparison.known !== undefined) return { decision: 'pass', message: where };
    const typed = typeable(tenantName) ? tenantName.trim() : tenantId;
    const what = typed === tenantId ? "the tenant's id" : "the tenant's name";
    return { decision: 'type', message: `${where} Nothing was sent to this job before. Type ${what}.`, typed };
  },
};
