import { AttemptTimer } from '../tenant/attemptTimer';
import { classifyFailure } from '../tenant/classify';
import type { TenantError } from '../tenant/errors';
import { InterceptedError, NotSentError } from '../tenant/errors';
import { parseRetryAfter } from '../tenant/retryAfter';
import type { Transport, TransportAnswer } from '../tenant/transport';
import { readBody } from '../tenant/transport';
import type { TokenCredentialOptions } from './identityLibrary';
import { LibraryHeaders } from './libraryHeaders';

type HttpClient = NonNullable<TokenCredentialOptions['httpClient']>;
type LibraryRequest = Parameters<HttpClient['sendRequest']>[0];

/** What the library was answered last. It keeps little of it, and puts that into words that may quote anything. */
export interface SignInAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs?: number;
}

/** How the library calls: over our transport, to the hosts of one cloud. */
export interface LibraryLine {
  readonly client: HttpClient;
  /** What its last call came to. */
  readonly last: () => SignInAnswer | TenantError | undefined;
}

const MAX_ANSWER = 1024 * 1024;
/** The transport's to decide; the library knows nothing of proxies and compression here. */
const OURS = new Set(['accept-encoding', 'connection', 'content-length', 'host']);
/** All that the library reads of an answer's headers. */
const READ_HEADERS = ['content-type', 'date', 'retry-after', 'www-authenticate', 'x-ms-request-id'];

/**
 * Carries the library's calls over a transport of ours. Whatever environment variables make of the library, it reaches no host but
 * these, by https.
 */
export function libraryLine(transport: Transport, hosts: readonly string[]): LibraryLine {
  let last: SignInAnswer | TenantError | undefined;
  return {
    last: () => last,
    client: {
      async sendRequest(request) {
        try {
          const { answer, headers } = await call(transport, hosts, request);
          last = answer;
          return { request, headers: headersOf(headers), status: answer.status, bodyAsText: answer.body };
        } catch (error) {
          last = classifyFailure(error, 'read');
          throw last;
        }
      },
    },
  };
}

async function call(
  transport: Transport,
  hosts: readonly string[],
  request: LibraryRequest,
): Promise<{ readonly answer: SignInAnswer; readonly headers: TransportAnswer['headers'] }> {
  const { url, method, body } = request;
  const { protocol, host, username, password } = new URL(url);
  if (protocol !== 'https:' || !hosts.includes(host) || username !== '' || password !== '') throw elsewhere();
  if ((method !== 'GET' && method !== 'POST') || (body !== undefined && body !== null && typeof body !== 'string'))
    throw new Error(`The sign-in library calls by ${method} in a way that is not known here.`);
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !OURS.has(name.toLowerCase())));
  const timer = new AttemptTimer();
  try {
    const sent = await transport(url, {
      method,
      headers,
      redirect: 'manual',
      signal: timer.signal,
      ...(typeof body === 'string' && { body }),
    });
    timer.headersArrived();
    const { text, complete } = await readBody(sent.body, MAX_ANSWER);
    if (!complete || !isJsonAnswer(sent, text)) throw intercepted(sent.status);
    const retryAfterMs = parseRetryAfter(sent.headers, Date.now());
    const answer = { status: sent.status, body: text, ...(retryAfterMs !== undefined && { retryAfterMs }) };
    return { answer, headers: sent.headers };
  } finally {
    timer.close();
  }
}

/** The sign-in service answers in JSON, whatever it says; a sign-in page of the network does not. */
function isJsonAnswer({ status }: TransportAnswer, text: string): boolean {
  return status >= 500 || status === 429 || (status >= 200 && (status < 300 || status >= 400) && /^\s*[{[]/.test(text));
}

function headersOf(answered: TransportAnswer['headers']): LibraryHeaders {
  const headers = new LibraryHeaders();
  for (const name of READ_HEADERS) {
    const value = answered.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}

function elsewhere(): TenantError {
  return new NotSentError('Signing in was led to a host that is not the sign-in service of the connection’s cloud.', {
    remedy: 'Nothing was sent. Unset AZURE_REGIONAL_AUTHORITY_NAME and MSAL_FORCE_REGION if they are set.',
  });
}

function intercepted(status: number): TenantError {
  return new InterceptedError(`Something between here and the sign-in service answered with ${status}.`, {
    status,
    remedy: 'Check the network, its proxy and its sign-in page, then try again.',
  });
}
