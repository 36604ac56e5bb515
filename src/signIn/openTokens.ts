import type { TenantConnectionFile } from '../connections/tenantFile';
import { NotSentError } from '../tenant/errors';
import type { IssuedToken, TokenRequest } from '../tenant/signIn/keptTokens';
import { keptTokens } from '../tenant/signIn/keptTokens';
import type { TokenSource } from '../tenant/signIn/tokenSource';
import type { SignInEffects } from './signInEffects';
import { clientSecretToken } from './ways/clientSecret';

/**
 * Where the tokens of a connection come from: Microsoft's sign-in library, by the way that the file names. Nobody is called, and no
 * secret is read, before the first token is asked for. What fails is a `TenantError` in our words.
 */
export function openTokens(file: TenantConnectionFile, effects: SignInEffects): TokenSource {
  return keptTokens((request) => askFor(file, effects, request), effects.clock);
}

function askFor(file: TenantConnectionFile, effects: SignInEffects, request: TokenRequest): Promise<IssuedToken> {
  const { signIn } = file;
  const context = { file, effects, request };
  switch (signIn.kind) {
    case 'clientSecret':
      return clientSecretToken({ ...context, signIn });
    default:
      return Promise.reject(
        new NotSentError(`This version cannot sign in by ${signIn.kind} yet, so "${file.name}" cannot be used.`, {
          remedy: 'Nothing was sent. Use the sandbox: --connection sandbox.',
        }),
      );
  }
}
