import { readBulkRequest, SCIM_MEDIA_TYPE } from '../core/scim/bulkRequest';
import type { Answer, Refused, SandboxRequest } from './message';
import { mediaType, readBody, refused } from './message';
import type { ProvisioningJob } from './provisioningJob';

/** Ours: the service documents no limit on a request's bytes, only that Graph answers 413 to a body that is too large. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

/**
 * Takes a bulk request in. 202 means staged and nothing more.
 * Source: Microsoft Graph, synchronizationJob: bulkUpload; Entra, troubleshooting of inbound provisioning.
 */
export async function answerBulkUpload(
  request: SandboxRequest,
  job: ProvisioningJob,
  logAddress: string,
): Promise<Answer> {
  const encoding = request.headers.get('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return refused(415, 'notSupported', 'The body must not be compressed.');
  }
  if (mediaType(request) !== SCIM_MEDIA_TYPE) return invalidFormat(`The Content-Type must be ${SCIM_MEDIA_TYPE}.`);
  const body = await readBody(request, MAX_BODY_BYTES);
  if (body === undefined) return refused(413, 'invalidRequest', `The body must not be over ${MAX_BODY_BYTES} bytes.`);
  const text = decodeUtf8(body);
  if (text === undefined) return invalidFormat('The body is not UTF-8.');
  const reading = readBulkRequest(text);
  if ('refusal' in reading) return invalidFormat(reading.refusal);
  job.stage(reading.request.Operations.map((operation) => operation.data));
  return { status: 202, headers: { Location: logAddress } };
}

function invalidFormat(detail: string): Refused {
  return refused(400, 'BadRequest', `Invalid Data Format: ${detail}`);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A fatal decoder has one way to say that the bytes are no UTF-8
    return undefined;
  }
}
