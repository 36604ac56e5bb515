import type { SandboxClock } from '../clock';
import { jobJson } from '../job/jobJson';
import type { ProvisioningJob } from '../job/provisioningJob';
import { parseResetScope } from '../job/resetScope';
import type { SandboxAnswer } from '../message';
import { notFound, readJsonBody, refused } from '../message';
import { contextOf } from '../odata/collection';
import { needs } from '../gate/permissions';
import type { RoutedCall, Route } from '../routes';
import type { SandboxJobs } from './jobPath';
import { isSameId, jobPath, withJob } from './jobPath';

const MAX_CRITERIA_BYTES = 16 * 1024;
const DONE: SandboxAnswer = { status: 204 };

/**
 * Reading jobs, and start, pause and restart. Source: Microsoft Graph, synchronization: list jobs; synchronizationJob:
 * get, start, pause, restart.
 */
export function jobRoutes(jobs: SandboxJobs, clientServicePrincipalId: string, clock: SandboxClock): readonly Route[] {
  const control = (
    action: string,
    answer: (job: ProvisioningJob, call: RoutedCall) => SandboxAnswer | Promise<SandboxAnswer>,
  ): Route => ({
    operation: 'control',
    method: 'POST',
    path: jobPath(`/${action}`),
    needs: needs.writeJobs,
    answer: (call) => withJob(jobs, call, (job) => answer(job, call)),
  });
  return [
    {
      operation: 'jobs',
      method: 'GET',
      path: /^\/(v1\.0|beta)\/servicePrincipals\/([^/]+)\/synchronization\/jobs\/?$/i,
      needs: needs.readJobs,
      answer: (call) => listJobs(call, jobs, clientServicePrincipalId, clock),
    },
    {
      operation: 'jobs',
      method: 'GET',
      path: jobPath(''),
      needs: needs.readJobs,
      answer: (call) =>
        withJob(jobs, call, ({ facts }) => ({
          status: 200,
          json: { '@odata.context': contextOf(call, contextName(call) + '/$entity'), ...jobJson(facts, clock.now()) },
        })),
    },
    control('start', (job) => {
      job.start();
      return DONE;
    }),
    control('pause', (job) => {
      job.pause();
      return DONE;
    }),
    control('restart', async (job, { request }) => {
      const body = await readJsonBody(request, MAX_CRITERIA_BYTES);
      if ('code' in body) return body;
      const resets = parseResetScope(body.value);
      if ('refusal' in resets) return refused(400, 'BadRequest', resets.refusal);
      job.restart(resets);
      return DONE;
    }),
  ];
}

function listJobs(
  call: RoutedCall,
  jobs: SandboxJobs,
  clientServicePrincipalId: string,
  clock: SandboxClock,
): SandboxAnswer {
  const servicePrincipal = call.parameters[1] ?? '';
  const found = jobs.filter(({ application }) => isSameId(application.servicePrincipalId, servicePrincipal));
  // The client is itself an application, without jobs
  if (found.length === 0 && !isSameId(servicePrincipal, clientServicePrincipalId))
    return notFound('servicePrincipal', servicePrincipal);
  const value = found.map(({ facts }) => jobJson(facts, clock.now()));
  return { status: 200, json: { '@odata.context': contextOf(call, contextName(call)), value } };
}

function contextName({ parameters: [, servicePrincipal = ''] }: RoutedCall): string {
  return `servicePrincipals('${servicePrincipal}')/synchronization/jobs`;
}
