import { NotSentError } from '../../tenant/errors';
import { applicationToken } from '../application';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/**
 * Tokens for an application that authenticates with the token of another issuer, which a platform writes to a file and
 * renews there.
 */
export function workloadIdentity(context: SignInContext<Way<'workloadIdentity'>>): AskForToken {
  const { file, signIn, effects } = context;
  return async (request) => {
    const bytes = await effects.readFile(signIn.tokenFile, 'token of the workload identity');
    const assertion = new TextDecoder().decode(bytes).trim();
    if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(assertion))
      throw new NotSentError(`${signIn.tokenFile} does not contain a token.`, {
        remedy: 'Nothing was sent. Check "tokenFile" in the connection, and that the platform has written the file.',
      });
    return applicationToken(context, request, async (options) => {
      const { ClientAssertionCredential } = await import('../identityLibrary');
      return new ClientAssertionCredential(file.tenantId, signIn.clientId, () => Promise.resolve(assertion), options);
    });
  };
}
