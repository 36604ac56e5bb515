import { clouds, cloudOfGraph } from '../../tenant/clouds';
import type { Endpoint } from '../../tenant/endpoint';
import type { JobTarget } from '../../tenant/jobTarget';
import { jobTarget } from '../../tenant/jobTarget';
import type { Check } from '../check';
import type { Finding } from '../report';
import { ok, warning } from '../report';

/** The label of the directory that jobs write to. */
export const TARGETS: Readonly<Record<JobTarget, string>> = {
  API2AAD: 'Microsoft Entra ID',
  API2AD: 'Active Directory',
};

/** Shows the job's location according to its address, without a call. */
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
    `${facts}. Ids of API-driven provisioning begin with API2AAD or API2AD; this one does not.`,
    'Copy the provisioning API endpoint again from the provisioning page of the application.',
  );
}

/** The provisioning page of the application. The form of its address is undocumented but common in public scripts. */
export function portalLinkOf({ origin, servicePrincipalId }: Endpoint): string | undefined {
  const cloud = cloudOfGraph(origin);
  if (cloud === undefined) return undefined;
  return `${clouds[cloud].portal}/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/ProvisioningActivity/objectId/${servicePrincipalId}`;
}
