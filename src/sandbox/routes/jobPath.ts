import type { ProvisioningJob } from '../job/provisioningJob';
import type { SandboxAnswer } from '../message';
import { notFound } from '../message';
import type { RoutedCall } from '../routes';

/** The jobs of the tenant. */
export type SandboxJobs = readonly ProvisioningJob[];

/** The pattern of a path below a job; its groups are the version, the service principal and the job. */
export function jobPath(rest: string): RegExp {
  const below = rest.replaceAll('/', '\\/');
  return new RegExp(
    `^\\/(v1\\.0|beta)\\/servicePrincipals\\/([^/]+)\\/synchronization\\/jobs\\/([^/]+)${below}\\/?$`,
    'i',
  );
}

/** Answers for the job that the path names; 404 if there is none. */
export function withJob(
  jobs: SandboxJobs,
  { parameters: [, servicePrincipal = '', jobId = ''] }: RoutedCall,
  answer: (job: ProvisioningJob) => SandboxAnswer | Promise<SandboxAnswer>,
): SandboxAnswer | Promise<SandboxAnswer> {
  const ofApplication = jobs.filter(({ application }) => isSameId(application.servicePrincipalId, servicePrincipal));
  if (ofApplication.length === 0) return notFound('servicePrincipal', servicePrincipal);
  const job = ofApplication.find(({ application }) => isSameId(application.jobId, jobId));
  return job === undefined ? notFound('synchronizationJob', jobId) : answer(job);
}

/** Compares ids, ignoring case. */
export function isSameId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
