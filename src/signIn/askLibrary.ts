import { clouds } from '../tenant/clouds';
import type { IssuedToken } from '../tenant/signIn/keptTokens';
import type { TokenCredential } from './identityLibrary';
import { libraryLine } from './libraryLine';
import type { SignInContext } from './signInContext';
import { signInFailure } from './failures/signInFailure';
import type { SignInFacts } from './failures/signInFacts';

/** What every credential of the library is made with. */
type LibraryOptions = ReturnType<typeof optionsOf>;

/** A token by one of the library's credentials, or a `TenantError` in our words. */
export async function askLibrary(
  context: SignInContext & SignInFacts,
  credential: (options: LibraryOptions) => Promise<TokenCredential>,
): Promise<IssuedToken> {
  const { authority, signInHosts, scope } = clouds[context.file.cloud];
  const line = libraryLine(context.effects.transport, signInHosts);
  try {
    const issued = await (await credential(optionsOf(authority, line.client))).getToken(scope);
    if (issued === null) throw new Error('The sign-in library gave no token.');
    return { text: issued.token, lifetime: issued.expiresOnTimestamp - Date.now() };
  } catch (error) {
    throw signInFailure(error, line.last(), context);
  }
}

/** Said in full, so that no environment variable fills in what is left out. Instance discovery stays on. */
function optionsOf(authorityHost: string, httpClient: ReturnType<typeof libraryLine>['client']) {
  return {
    authorityHost,
    httpClient,
    disableInstanceDiscovery: false,
    additionallyAllowedTenants: [] as string[],
    // Who waits for a token decides whether to try again
    retryOptions: { maxRetries: 0 },
  };
}
