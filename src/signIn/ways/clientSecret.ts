import { applicationToken } from '../application';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/** Tokens for an application that authenticates with a secret. */
export function clientSecret(context: SignInContext<Way<'clientSecret'>>): AskForToken {
  const { file, signIn, effects } = context;
  return async (request) => {
    const secret = await effects.secretOf(signIn.secret, 'client secret');
    return applicationToken({ ...context, secret }, request, async (options) => {
      const { ClientSecretCredential } = await import('../identityLibrary');
      return new ClientSecretCredential(file.tenantId, signIn.clientId, secret, options);
    });
  };
}
