import { clouds, cloudOfGraph } from '../../tenant/clouds';
import type { Endpoint } from '../../tenant/endpoint';
import type { JobTarget } from '../../tenant/jobTarget';
import { jobTarget } from '../../tenant/jobTarget';
import type { Check } from '../check';
import type { Finding } from '../report';
import { ok, warning } from '../report';

/** What jobs write to, as people call it. */
export const TARGETS: Readonly<Record<JobTarget, string>> = {
  API2AAD: 'Microsoft Entra ID',
  API2AD: 'Active Directory',
};

/** Where the job is, as far as its address says. Nobody is called. */
export const address: Check = {
  id: 'address',
  title: 'Address',
  isForSending: true,
  find: ({ reach }) => Promise.resolve(findAddress(reach.endpoint)),
};

export function findAddress(endpoint: Endpoint): Finding {
  const { servicePrincipalId, jobId, origin } = endpoint;
  const cloud = cloudOfGraph(origin);
  const where = cloud === undefined ? 'Sandbox on this machine' : `Cloud ${clouds[cloud].title}`;
  const target = jobTarget(jobId);
  const facts = `${where}, service principal ${servicePrincipalId}, job ${jobId}`;
  if (target !== undefined) return ok(`${facts}. The job provisions to ${TARGETS[target]}.`);
  return warning(
    `${facts}. The id is not like those of API-driven provisioning, which begin with API2AAD or API2AD.`,
    'Copy the provisioning API endpoint again from the provisioning page of the application.',
  );
}

/** The provisioning page of the application. Undocumented, and seen in public scripts. */
export function portalLinkOf({ origin, servicePrincipalId }: Endpoint): string | undefined {
  const cloud = cloudOfGraph(origin);
  if (cloud === undefined) return undefined;
  return `${clouds[cloud].portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/ProvisioningActivity/objectId/${servicePrincipalId}`;
}
