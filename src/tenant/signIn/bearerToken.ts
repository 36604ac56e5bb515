import type { TokenSource } from './tokenSource';
import { isTokenText } from './tokenText';
import type { Graph } from '../endpoint';
import type { FailureFacts } from '../errors';
import { NotSentError, RejectedError, SignInRefusedError, TenantError, UnknownOutcomeError } from '../errors';
import { clouds, cloudOfGraph } from '../clouds';
import { tokenClaims } from './tokenClaims';
import { SANDBOX_TOKEN_PREFIX } from './tokenPrefix';

/**
 * The token for a call to `url`: the one place where a token meets an address. It goes nowhere but to the endpoint's own
 * origin, a sandbox's token to no real tenant and a real one to no sandbox.
 * @param refused the token that the service has refused before
 */
export async function bearerToken(
  tokens: TokenSource,
  endpoint: Graph,
  url: string,
  refused: string | undefined,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (new URL(url).origin !== endpoint.origin) throw notSent('The address is not the one that the token is for.');
  const token = await signIn(tokens, refused, signal);
  if (!isTokenText(token)) throw notSent('The token has characters that no token has.');
  const isSandboxToken = token.startsWith(SANDBOX_TOKEN_PREFIX);
  if (isSandboxToken && endpoint.kind === 'real') throw notSent('The token is a sandbox’s, the tenant is a real one.');
  if (!isSandboxToken && endpoint.kind === 'sandbox')
    throw notSent('The tenant is a sandbox, the token is a real one.');
  if (isOfAnotherCloud(token, endpoint)) throw notSent('The token is for another cloud than the tenant’s.');
  return token;
}

/** Whether a token says that it is for the Graph of another cloud. One that cannot be read says nothing. */
function isOfAnotherCloud(token: string, { origin }: Graph): boolean {
  const audience = tokenClaims(token)?.audience ?? '';
  const cloud = URL.canParse(audience) ? cloudOfGraph(new URL(audience).origin) : undefined;
  return cloud !== undefined && clouds[cloud].graph !== origin;
}

/** Whatever goes wrong while signing in, the call itself has not been made. */
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
    // Whoever signs in may call it a refused request; the request is the one that now is not made
    if (error instanceof RejectedError) throw new SignInRefusedError(error.message, factsOf(error));
    if (error instanceof TenantError && !(error instanceof UnknownOutcomeError)) throw error;
    const why = error instanceof TenantError ? ` ${error.message}` : '';
    throw new NotSentError(`Signing in failed.${why}`, {
      ownWords: 'Signing in failed.',
      // The network may be back later; what else goes wrong does so again
      mayPass: error instanceof UnknownOutcomeError,
      remedy: 'Nothing was sent. Sign in again.',
      cause: error,
    });
  }
}

/** A token may be long in coming: several callers may wait for the same one, so that no one of them may cancel it for all. */
function unlessCancelled(token: Promise<string>, signal: AbortSignal | undefined): Promise<string> {
  if (signal === undefined) return token;
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(cancelled());
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    void token.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

/** The error of a call that was cancelled before anything of it left. */
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
