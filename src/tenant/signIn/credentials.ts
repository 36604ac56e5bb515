import { member, readJson, stringMember } from '../../core/json/jsonValue';
import { AttemptTimer } from '../attemptTimer';
import type { AnswerFacts } from '../classify';
import { classifyAnswer, classifyFailure } from '../classify';
import type { Clock } from '../clock';
import { NotSentError, RejectedError, SignInRefusedError } from '../errors';
import { parseRetryAfter } from '../retryAfter';
import type { IssuedToken } from './keptTokens';
import { keptTokens } from './keptTokens';
import { SANDBOX_TOKEN_PREFIX } from './tokenPrefix';
import type { TokenSource } from './tokenSource';
import type { Transport } from '../transport';
import { readBody } from '../transport';

export interface ClientCredentials {
  /** `http://127.0.0.1:port/<tenant id>/oauth2/v2.0/token`. */
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly transport: Transport;
  readonly clock: Clock;
}

const SANDBOX_ENDPOINT = /^(http:\/\/127\.0\.0\.1:[1-9]\d{0,4})\/([0-9a-f-]{36})\/oauth2\/v2\.0\/token$/;
const MAX_ANSWER = 64 * 1024;

/**
 * Client credentials, for the sandbox only: the sign-in library handles real tenants and does not support plain http.
 * Throws for any other address before anything is sent.
 */
export function clientCredentialsTokenSource(credentials: ClientCredentials): TokenSource {
  const { origin } = parseTokenEndpoint(credentials.tokenEndpoint);
  return keptTokens(() => requestToken(credentials, origin), credentials.clock);
}

/** Parses the address of a sandbox's sign-in. Throws for any other address. */
export function parseTokenEndpoint(address: string): { readonly origin: string; readonly tenantId: string } {
  const [, origin, tenantId] = SANDBOX_ENDPOINT.exec(address) ?? [];
  // The port may be out of range
  if (origin !== undefined && tenantId !== undefined && URL.canParse(address)) return { origin, tenantId };
  throw new NotSentError('The token address is not that of a sandbox on this machine.', {
    remedy: 'Nothing was sent. Use the sign-in of the connection for a real tenant.',
  });
}

async function requestToken(credentials: ClientCredentials, origin: string): Promise<IssuedToken> {
  const { tokenEndpoint, clientId, clientSecret, transport } = credentials;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: `${origin}/.default`,
  });
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };
  const answer = await post(transport, tokenEndpoint, headers, form.toString());
  if (answer.status !== 200) throw refusedSignIn(answer);
  const json = readJson(answer.body);
  const body = 'value' in json ? json.value : undefined;
  const token = stringMember(body, 'access_token') ?? '';
  if (!token.startsWith(SANDBOX_TOKEN_PREFIX)) {
    // A captive portal answers every call with its sign-in page
    const between = classifyAnswer(answer, 'read');
    if (between !== undefined) throw between;
    throw new SignInRefusedError('The sign-in was not answered by a sandbox.', {
      status: 200,
      remedy: 'Start the sandbox again.',
    });
  }
  const lifetime = member(body, 'expires_in');
  return { text: token, lifetime: typeof lifetime === 'number' ? lifetime * 1000 : 0 };
}

async function post(
  transport: Transport,
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<AnswerFacts> {
  const timer = new AttemptTimer();
  try {
    const answer = await transport(url, { method: 'POST', headers, body, redirect: 'manual', signal: timer.signal });
    timer.headersArrived();
    const { text } = await readBody(answer.body, MAX_ANSWER);
    const retryAfterMs = parseRetryAfter(answer.headers, Date.now());
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      body: text,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  } catch (error) {
    throw classifyFailure(error, 'read');
  } finally {
    timer.close();
  }
}

/** Codes without personal data, which may therefore be stored. Source: RFC 6749, section 5.2. */
const CODES: ReadonlySet<string> = new Set([
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
]);

/** Only a refusal is specific to signing in; throttling, failures and interception are handled as for every call. */
function refusedSignIn(answer: AnswerFacts): Error {
  const { status, body } = answer;
  const error = classifyAnswer(answer, 'read');
  if (error !== undefined && !(error instanceof RejectedError)) return error;
  const json = readJson(body);
  // Also absent if the body is longer than the limit
  const code = 'value' in json ? stringMember(json.value, 'error') : undefined;
  const remedy = 'Check the client id and the client secret; a sandbox creates new ones at every start.';
  return new SignInRefusedError(`Signing in was refused with ${status}${code === undefined ? '' : ` (${code})`}.`, {
    status,
    ...(code !== undefined && { code }),
    ownWords: `Signing in was refused with ${status}${code !== undefined && CODES.has(code) ? ` (${code})` : ''}.`,
    remedy,
  });
}
