import { SCIM_MEDIA_TYPE } from '../core/scim/bulkRequest';
import type { LogEntry } from '../core/logs/logEntry';
import { parseLogPage } from '../core/logs/logPage';
import { bearerToken } from './bearerToken';
import type { AnswerFacts } from './classify';
import { classifyAnswer, classifyFailure } from './classify';
import type { TokenSource } from './credentials';
import type { Endpoint } from './endpoint';
import { logAddress, nextPageAddress, uploadAddress } from './endpoint';
import { InterceptedError, NotSentError } from './errors';
import { ATTEMPT_TIMEOUT, MAX_LOG_ANSWER, MAX_LOG_PAGES, MAX_UPLOAD_ANSWER } from './limits';
import { parseRetryAfter } from './retryAfter';
import type { LogQuery, Tenant, UploadReceipt } from './tenant';
import type { Transport, TransportRequest } from './transport';
import { readText } from './transport';

export interface HttpTenantOptions {
  readonly endpoint: Endpoint;
  readonly name: string;
  readonly transport: Transport;
  readonly tokens: TokenSource;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
  /** Makes the signal that ends an attempt which takes too long. */
  readonly deadline?: () => AbortSignal;
  readonly newRequestId?: () => string;
}

/** What a call sends; the token comes later and in one place. */
interface Call {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly limit: number;
}

interface Answer extends AnswerFacts {
  readonly complete: boolean;
  readonly clientRequestId: string;
  readonly location: string;
}

/** A tenant behind Graph's HTTP interface. */
export function createHttpTenant(options: HttpTenantOptions): Tenant {
  const { endpoint } = options;
  return {
    kind: endpoint.kind,
    name: options.name,
    jobId: endpoint.jobId,
    upload: (body, signal) => upload(options, body, signal),
    readLog: (query, signal) => readLog(options, query, signal),
  };
}

async function upload(options: HttpTenantOptions, body: string, signal?: AbortSignal): Promise<UploadReceipt> {
  const headers = { 'Content-Type': SCIM_MEDIA_TYPE };
  const url = uploadAddress(options.endpoint);
  const answer = await exchange(options, { method: 'POST', url, headers, body, limit: MAX_UPLOAD_ANSWER }, signal);
  const error = classifyAnswer(answer, 'upload');
  if (error !== undefined) throw error;
  return {
    requestId: answer.requestId ?? '',
    clientRequestId: answer.clientRequestId,
    acceptedAt: new Date(wallClock(options)).toISOString(),
    location: answer.location,
  };
}

async function* readLog(
  options: HttpTenantOptions,
  query: LogQuery,
  signal?: AbortSignal,
): AsyncGenerator<readonly LogEntry[]> {
  const first = logAddress(options.endpoint, query.since);
  let url: string = first;
  for (let page = 0; page < MAX_LOG_PAGES; page++) {
    const headers = { Accept: 'application/json' };
    const answer = await exchange(options, { method: 'GET', url, headers, limit: MAX_LOG_ANSWER }, signal);
    const error = classifyAnswer(answer, 'read');
    if (error !== undefined) throw error;
    const reading = answer.complete ? parseLogPage(answer.body) : { refusal: 'The answer is too long or broke off.' };
    if ('refusal' in reading) throw notALog(reading.refusal, answer);
    yield reading.entries;
    if (reading.nextLink === undefined) return;
    const next = nextPageAddress(reading.nextLink, first);
    if (next === undefined) throw notALog('The next page is said to be at another address.', answer);
    url = next;
  }
  const remedy = 'Ask for a shorter time.';
  throw new InterceptedError(`The log goes on after ${MAX_LOG_PAGES} pages; the rest was not read.`, { remedy });
}

function notALog(reason: string, { status, requestId }: Answer): InterceptedError {
  const remedy = 'Check the network and its proxy, then read the log again.';
  return new InterceptedError(`The provisioning log could not be read: ${reason}`, {
    status,
    remedy,
    ...(requestId !== undefined && { requestId }),
  });
}

/** Sends a call; when the token is refused, once more with a fresh one: a 401 has staged nothing. */
async function exchange(options: HttpTenantOptions, call: Call, signal?: AbortSignal): Promise<Answer> {
  const answer = await attempt(options, call, false, signal);
  return answer.status === 401 ? attempt(options, call, true, signal) : answer;
}

async function attempt(options: HttpTenantOptions, call: Call, renew: boolean, signal?: AbortSignal): Promise<Answer> {
  const token = await bearerToken(options.tokens, options.endpoint, call.url, renew, signal);
  if (signal?.aborted === true) {
    throw new NotSentError('The call was cancelled before it began.', { remedy: 'Nothing was sent.' });
  }
  const clientRequestId = options.newRequestId?.() ?? crypto.randomUUID();
  const deadline = options.deadline?.() ?? AbortSignal.timeout(ATTEMPT_TIMEOUT);
  const request: TransportRequest = {
    method: call.method,
    headers: { ...call.headers, Authorization: `Bearer ${token}`, 'client-request-id': clientRequestId },
    redirect: 'manual',
    signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
    ...(call.body !== undefined && { body: call.body }),
  };
  try {
    const answer = await options.transport(call.url, request);
    const { text, complete } = await readText(answer.body, call.limit);
    const header = (name: string): string | undefined => answer.headers.get(name) ?? undefined;
    const requestId = header('request-id');
    const retryAfterMs = parseRetryAfter(answer.headers, wallClock(options));
    return {
      status: answer.status,
      contentType: header('content-type') ?? '',
      // Whoever answers may repeat what we sent; the token goes no further than here
      body: text.replaceAll(token, '***'),
      complete,
      clientRequestId: header('client-request-id') ?? clientRequestId,
      location: header('location') ?? '',
      ...(requestId !== undefined && { requestId }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  } catch (error) {
    throw classifyFailure(error);
  }
}

function wallClock(options: HttpTenantOptions): number {
  return options.wallClock?.() ?? Date.now();
}
