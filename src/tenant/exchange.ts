import type { AttemptTimeouts } from './attemptTimer';
import { AttemptTimer } from './attemptTimer';
import { bearerToken, cancelled } from './signIn/bearerToken';
import type { AnswerFacts } from './classify';
import { classifyFailure } from './classify';
import type { TokenSource } from './signIn/tokenSource';
import type { Endpoint, Graph } from './endpoint';
import { RejectedError, TenantError } from './errors';
import type { ReadPatience } from './reading/readPatience';
import type { Spacing } from './reading/spacing';
import { parseRetryAfter } from './retryAfter';
import type { Transport, TransportRequest } from './transport';
import { readBody } from './transport';

/** The effects of calling Graph. */
export interface CallOptions {
  readonly endpoint: Graph;
  readonly transport: Transport;
  readonly tokens: TokenSource;
  /** The time of the day, in milliseconds since 1970. */
  readonly wallClock?: () => number;
  readonly timeouts?: AttemptTimeouts;
  readonly newRequestId?: () => string;
  /** Decides how reads handle throttling and lost answers. Without it, each read is made once. */
  readonly patience?: ReadPatience;
}

export interface HttpTenantOptions extends CallOptions {
  readonly endpoint: Endpoint;
  readonly name: string;
  readonly logSpacing?: Spacing;
}

/** What a call sends; the token is added later, in one place. */
export interface TenantCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Maximum bytes of the answer to read. */
  readonly limit: number;
}

export interface TenantAnswer extends AnswerFacts {
  /** Whether the body is complete. */
  readonly complete: boolean;
  /** Whether the connection broke while the body was read. */
  readonly brokeOff: boolean;
  readonly clientRequestId: string;
  readonly location: string;
}

/** Makes a read, and repeats it once with a fresh token if the token is refused. */
export async function exchange(options: CallOptions, call: TenantCall, signal?: AbortSignal): Promise<TenantAnswer> {
  const token = await bearerToken(options.tokens, options.endpoint, call.url, undefined, signal);
  const answer = await attempt(options, call, token, signal);
  if (answer.status !== 401) return answer;
  try {
    const fresh = await bearerToken(options.tokens, options.endpoint, call.url, token, signal);
    return await attempt(options, call, fresh, signal);
  } catch (error) {
    // The second request was not sent, but the first was, and it was refused
    if (error instanceof TenantError && error.outcome === 'not-sent') throw refusedToken(error);
    throw error;
  }
}

function refusedToken(cause: TenantError): RejectedError {
  const remedy = 'Sign in again, for this tenant and this cloud.';
  const message = `The service refused the token with 401, and a new one could not be used. ${cause.message}`;
  return new RejectedError(message, { status: 401, remedy, cause });
}

/** Makes a call exactly once. */
export async function attempt(
  options: CallOptions,
  call: TenantCall,
  token: string,
  signal?: AbortSignal,
): Promise<TenantAnswer> {
  if (signal?.aborted === true) throw cancelled();
  const clientRequestId = options.newRequestId?.() ?? crypto.randomUUID();
  const timer = new AttemptTimer(options.timeouts, signal);
  const request: TransportRequest = {
    method: call.method,
    headers: { ...call.headers, Authorization: `Bearer ${token}`, 'client-request-id': clientRequestId },
    redirect: 'manual',
    signal: timer.signal,
    ...(call.body !== undefined && { body: call.body }),
  };
  try {
    const answer = await options.transport(call.url, request);
    timer.headersArrived();
    const { text, complete, brokeOff = false } = await readBody(answer.body, call.limit);
    const header = (name: string): string | undefined => answer.headers.get(name) ?? undefined;
    const requestId = identifier(header('request-id'));
    const retryAfterMs = parseRetryAfter(answer.headers, wallClock(options));
    // An answer without a request id may come from a network device, with a clock of its own
    const time = requestId === undefined ? undefined : parseHttpDate(header('date'));
    return {
      status: answer.status,
      contentType: header('content-type') ?? '',
      // The server may echo the request, so the token is removed here
      body: text.replaceAll(token, '***'),
      complete,
      brokeOff,
      clientRequestId,
      location: header('location') ?? '',
      ...(requestId !== undefined && { requestId }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(time !== undefined && { tenantTime: time }),
    };
  } catch (error) {
    throw classifyFailure(error, call.method === 'GET' ? 'read' : 'upload', clientRequestId);
  } finally {
    timer.close();
  }
}

/** An id is shown and stored, so a text that does not look like one is omitted. */
function identifier(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w.-]{1,80}$/.test(text) ? text : undefined;
}

function parseHttpDate(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

export function wallClock(options: CallOptions): number {
  return options.wallClock?.() ?? Date.now();
}
