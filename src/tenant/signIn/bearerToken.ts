import type { TokenSource } from './tokenSource';
import { isTokenText } from './tokenText';
import type { Graph } from '../endpoint';
import type { FailureFacts } from '../errors';
import { NotSentError, RejectedError, SignInRefusedError, TenantError, UnknownOutcomeError } from '../errors';
import { clouds, cloudOfGraph } from '../clouds';
import { tokenClaims } from './tokenClaims';
import { SANDBOX_TOKEN_PREFIX } from './tokenPrefix';

/**
 * The token for a call to `url`. This is the only place that combines a token with an address: a token only goes to the
 * endpoint's own origin, a sandbox's token never to a real tenant, and a real one never to a sandbox.
 *
 * @param refused the token that the service has already refused
 */
export async function bearerToken(
  tokens: TokenSource,
  endpoint: Graph,
  url: string,
  refused: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (new URL(url).origin !== endpoint.origin) throw notSent('The token is for another address.');
  const token = await signIn(tokens, refused, signal);
  if (!isTokenText(token)) throw notSent('The token contains invalid characters.');
  const isSandboxToken = token.startsWith(SANDBOX_TOKEN_PREFIX);
  if (isSandboxToken && endpoint.kind === 'real') throw notSent('The token is from a sandbox, but the tenant is real.');
  if (!isSandboxToken && endpoint.kind === 'sandbox')
    throw notSent('The tenant is a sandbox, but the token is from a real tenant.');
  if (isOfAnotherCloud(token, endpoint)) throw notSent('The token is for another cloud than the tenant’s.');
  return token;
}

/** Whether a token is for the Graph of another cloud; `false` if it cannot be read. */
function isOfAnotherCloud(token: string, { origin }: Graph): boolean {
  const audience = tokenClaims(token)?.audience ?? '';
  const cloud = URL.canParse(audience) ? cloudOfGraph(new URL(audience).origin) : undefined;
  return cloud !== undefined && clouds[cloud].graph !== origin;
}

/** Gets a token. If that fails, the call itself was not made. */
async function signIn(
  tokens: TokenSource,
  refused: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  try {
    return await unlessCancelled(
      tokens.token({ ...(refused !== undefined && { renew: true, refused }), ...(signal && { signal }) }),
      signal,
    );
  } catch (error) {
    // The sign-in's own request may have been refused, but the call that needs the token was not made
    if (error instanceof RejectedError) throw new SignInRefusedError(error.message, factsOf(error));
    if (error instanceof TenantError && !(error instanceof UnknownOutcomeError)) throw error;
    const why = error instanceof TenantError ? ` ${error.message}` : '';
    throw new NotSentError(`Signing in failed.${why}`, {
      ownWords: 'Signing in failed.',
      // A network failure may pass; other failures recur
      mayPass: error instanceof UnknownOutcomeError,
      remedy: 'Nothing was sent. Sign in again.',
      cause: error,
    });
  }
}

/** Rejects when the caller cancels. The request for the token continues, because other callers may wait for it. */
function unlessCancelled(token: Promise<string>, signal: AbortSignal | undefined): Promise<string> {
  if (signal === undefined) return token;
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(cancelled());
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    void token.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

/** The error of a call that was cancelled before anything was sent. */
export function cancelled(): NotSentError {
  return new NotSentError('The call was cancelled before it began.', { remedy: 'Nothing was sent.' });
}

function factsOf({ status, code, requestId, remedy }: TenantError): FailureFacts {
  return {
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(requestId !== undefined && { requestId }),
    remedy,
  };
}

function notSent(message: string): NotSentError {
  return new NotSentError(message, { remedy: 'Nothing was sent. Check the connection and its way to sign in.' });
}
