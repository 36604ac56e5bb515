import { readBulkRequest, SCIM_MEDIA_TYPE } from '../../core/scim/bulkRequest';
import type { ProvisioningJob } from '../job/provisioningJob';
import type { SandboxAnswer, Refused, SandboxRequest } from '../message';
import { decodeUtf8, mediaType, bodyOf, refused } from '../message';
import { needs } from '../gate/permissions';
import { SavedTenantError } from '../storage/savedTenantError';
import type { KeptUpload } from '../storage/uploadJournal';
import type { Route } from '../routes';
import { jobPath, withJob } from './jobPath';
import type { SandboxJobs } from './jobPath';

/** Our limit: the service documents none, only that Graph answers 413 if a body is too large. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** The service's text. Source: Entra, inbound provisioning troubleshooting. */
const QUEUE_FULL =
  'The bucket that stores the ingested data is full, please wait for the synchronization service to process the ingested data and retry this request.';

/** Our refusal: a 202 would be a promise that a crash of the sandbox could break. */
const NOT_KEPT =
  'The sandbox cannot write its folder, so this upload is lost if the sandbox ends now. Make the folder writable, then send it again.';

/** Resolves once an upload is stored, and rejects if it is not. */
export type KeepUpload = (upload: KeptUpload) => Promise<void>;

/** `POST …/jobs/{job}/bulkUpload`. */
export function bulkUploadRoute(jobs: SandboxJobs, keep: KeepUpload = () => Promise.resolve()): Route {
  return {
    operation: 'upload',
    method: 'POST',
    path: jobPath('/bulkUpload'),
    needs: needs.upload,
    answer: (call) =>
      withJob(jobs, call, (job) => {
        const { origin, parameters } = call;
        const { jobId } = job.application;
        const log = `${origin}/${parameters[0] ?? ''}/auditLogs/provisioning/?$filter=jobid%20eq%20'${jobId}'`;
        return answerBulkUpload(call.request, job, log, keep);
      }),
  };
}

/**
 * Stages a bulk request; 202 means staged and nothing more. Source: Microsoft Graph, synchronizationJob: bulkUpload;
 * Entra, troubleshooting of inbound provisioning.
 */
async function answerBulkUpload(
  request: SandboxRequest,
  job: ProvisioningJob,
  logAddress: string,
  keep: KeepUpload,
): Promise<SandboxAnswer> {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return refused(415, 'notSupported', 'The body must not be compressed.');
  }
  if (mediaType(request) !== SCIM_MEDIA_TYPE) return invalidFormat(`The Content-Type must be ${SCIM_MEDIA_TYPE}.`);
  const body = await bodyOf(request, MAX_BODY_BYTES);
  if (body === undefined)
    return refused(413, 'invalidRequest', `The body must not be larger than ${MAX_BODY_BYTES} bytes.`);
  const text = decodeUtf8(body);
  if (text === undefined) return invalidFormat('The body is not UTF-8 text.');
  const reading = readBulkRequest(text);
  if ('refusal' in reading) return invalidFormat(reading.refusal);
  const resources = reading.request.Operations.map((operation) => operation.data);
  // Status and text are documented; the code is Graph's general one
  if (!job.stage(resources)) return refused(500, 'generalException', QUEUE_FULL);
  const { flavour } = job.application;
  try {
    await keep({ flavour, resources, at: job.record.stagedSince ?? 0 });
  } catch (error) {
    if (!(error instanceof SavedTenantError)) throw error;
    return refused(503, 'serviceNotAvailable', NOT_KEPT);
  }
  return { status: 202, headers: { Location: logAddress } };
}

function invalidFormat(detail: string): Refused {
  return refused(400, 'BadRequest', `Invalid Data Format: ${detail}`);
}
