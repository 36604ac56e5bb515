import { Agent } from 'node:https';
import { clouds } from '../tenant/clouds';
import type { IssuedToken, TokenRequest } from '../tenant/signIn/keptTokens';
import { signInFailure } from './failures/signInFailure';
import type { SignInFacts } from './failures/signInFacts';
import type { TokenCredential } from './identityLibrary';
import { azureClient } from './line/azureClient';
import { cloudLine } from './line/cloudLine';
import type { SignInContext } from './signInContext';

/** The options for every credential of the library. */
type LibraryOptions = ReturnType<typeof optionsOf>;

/**
 * A token for an application from one of the library's credentials. Rejects with a `TenantError` in our words. Each
 * call uses a new credential, so that the library's cache never returns an old token.
 */
export async function applicationToken(
  context: SignInContext & SignInFacts,
  { signal }: TokenRequest,
  credential: (options: LibraryOptions) => Promise<TokenCredential>,
): Promise<IssuedToken> {
  const { authority, scope } = clouds[context.file.cloud];
  const line = cloudLine(context);
  line.begin(signal);
  try {
    const issued = await (await credential(optionsOf(authority, azureClient(line)))).getToken(scope);
    if (issued === null) throw new Error('The sign-in library did not return a token.');
    return { text: issued.token, lifetime: issued.expiresOnTimestamp - Date.now() };
  } catch (error) {
    throw signInFailure(error, line.last, context);
  }
}

const UNUSED = new Agent();

/**
 * All options are set, so that the library does not take any from environment variables. Instance discovery stays on.
 */
function optionsOf(authorityHost: string, httpClient: ReturnType<typeof azureClient>) {
  return {
    authorityHost,
    httpClient,
    // Never used, because our client makes the calls. Without it the library creates an agent for the environment's
    // proxy, which writes the proxy's address and password to standard error if the variable DEBUG is set
    agent: UNUSED,
    disableInstanceDiscovery: false,
    additionallyAllowedTenants: [] as string[],
    // The caller decides on retries
    retryOptions: { maxRetries: 0 },
  };
}
