import { SCIM_MEDIA_TYPE } from '../core/scim/bulkRequest';
import { classifyAnswer } from './classify';
import { uploadAddress } from './endpoint';
import { SignInRefusedError } from './errors';
import type { HttpTenantOptions } from './exchange';
import { attempt, wallClock } from './exchange';
import { MAX_UPLOAD_ANSWER, TOKEN_TIMEOUT } from './limits';
import { bearerToken } from './signIn/bearerToken';
import type { JobTenant, UploadReceipt } from './tenant';

const CALL = { method: 'POST', headers: { 'Content-Type': SCIM_MEDIA_TYPE }, limit: MAX_UPLOAD_ANSWER } as const;

/**
 * Sends bulk requests, each exactly once: it never repeats one by itself. If a token is refused, the next call of any
 * caller uses a fresh one.
 */
export function createUploader(options: HttpTenantOptions): JobTenant['upload'] {
  const url = uploadAddress(options.endpoint);
  let refused: string | undefined;
  let latest: string | undefined;
  return async (body, signal) => {
    const token = await inTime((either) => bearerToken(options.tokens, options.endpoint, url, refused, either), signal);
    if (token !== refused) refused = undefined;
    latest = token;
    const call = { ...CALL, url, body };
    const answer = await attempt(options, call, token, signal);
    // When several requests share a token, the last refusal may arrive after the token was renewed
    if (answer.status === 401 && token === latest) refused = token;
    const error = classifyAnswer(answer, 'upload', 'SynchronizationData-User.Upload');
    if (error !== undefined) throw error;
    return receiptOf(options, answer);
  };
}

function receiptOf(options: HttpTenantOptions, answer: Awaited<ReturnType<typeof attempt>>): UploadReceipt {
  return {
    requestId: answer.requestId ?? '',
    clientRequestId: answer.clientRequestId,
    acceptedAt: new Date(wallClock(options)).toISOString(),
    location: answer.location,
    ...(answer.tenantTime !== undefined && { tenantTime: answer.tenantTime }),
  };
}

/** Gets a token within a time limit, so that a slow sign-in does not keep sending from ending. */
async function inTime(ask: (signal: AbortSignal) => Promise<string>, signal: AbortSignal | undefined): Promise<string> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), TOKEN_TIMEOUT);
  try {
    return await ask(signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]));
  } catch (error) {
    if (!late.signal.aborted || signal?.aborted === true) throw error;
    throw new SignInRefusedError(`Signing in took more than ${TOKEN_TIMEOUT / 60_000} minutes.`, {
      remedy: 'Nothing was sent. Sign in again.',
    });
  } finally {
    clearTimeout(timer);
  }
}
