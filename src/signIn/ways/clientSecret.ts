import type { IssuedToken } from '../../tenant/signIn/keptTokens';
import { askLibrary } from '../askLibrary';
import type { SignInContext } from '../signInContext';

/** A token for an application that proves itself by a secret. */
export async function clientSecretToken(context: SignInContext<'clientSecret'>): Promise<IssuedToken> {
  const { file, signIn, effects } = context;
  const secret = await effects.secretOf(signIn.secret, 'client secret');
  return askLibrary({ ...context, secret }, async (options) => {
    const { ClientSecretCredential } = await import('../identityLibrary');
    return new ClientSecretCredential(file.tenantId, signIn.clientId, secret, options);
  });
}
