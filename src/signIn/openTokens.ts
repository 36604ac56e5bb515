import type { TenantConnectionFile } from '../connections/tenantFile';
import { NotSentError } from '../tenant/errors';
import type { TokenSource } from '../tenant/signIn/credentials';

/** Where the tokens of a connection come from. */
export function openTokens(file: TenantConnectionFile): TokenSource {
  return {
    token: () =>
      Promise.reject(
        new NotSentError(`This version cannot sign in to a tenant yet, so "${file.name}" cannot be used.`, {
          remedy: 'Nothing was sent. Use the sandbox: --connection sandbox.',
        }),
      ),
  };
}
