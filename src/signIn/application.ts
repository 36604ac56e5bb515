import { Agent } from 'node:https';
import { clouds } from '../tenant/clouds';
import type { IssuedToken, TokenRequest } from '../tenant/signIn/keptTokens';
import { signInFailure } from './failures/signInFailure';
import type { SignInFacts } from './failures/signInFacts';
import type { TokenCredential } from './identityLibrary';
import { azureClient } from './line/azureClient';
import { cloudLine } from './line/cloudLine';
import type { SignInContext } from './signInContext';

/** The options of every credential of the library. */
type LibraryOptions = ReturnType<typeof optionsOf>;

/**
 * A token for an application from one of the library's credentials, or a `TenantError` in our words. Each token uses a
 * new credential, which avoids the library's cache, so that a new token is new.
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

/** Complete, so that environment variables do not fill in omitted options. Instance discovery stays on. */
function optionsOf(authorityHost: string, httpClient: ReturnType<typeof azureClient>) {
  return {
    authorityHost,
    httpClient,
    // Never used, as the client of ours calls. Without one the library makes an agent for the proxy of the environment, which
    // writes the proxy's address and password to standard error where the variable DEBUG is set
    agent: UNUSED,
    disableInstanceDiscovery: false,
    additionallyAllowedTenants: [] as string[],
    // The caller decides whether to try again
    retryOptions: { maxRetries: 0 },
  };
}
