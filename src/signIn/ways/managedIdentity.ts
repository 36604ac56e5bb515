import { AsyncLocalStorage } from 'node:async_hooks';
import { clouds } from '../../tenant/clouds';
import { isTokenText } from '../../tenant/signIn/tokenText';
import { managedIdentityFailure } from '../failures/managedIdentityFailure';
import { localTransport } from '../line/localTransport';
import { msalNetwork } from '../line/msalNetwork';
import { SignInLine } from '../line/signInLine';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/**
 * The engine keeps the first network module for the life of the process, so this module passes each call to the
 * caller's line. Source: @azure/msal-node, ManagedIdentityClient.identitySource.
 */
const lines = new AsyncLocalStorage<SignInLine>();
const network = msalNetwork(() => {
  const line = lines.getStore();
  if (line === undefined) throw new Error('The library calls for nobody.');
  return line;
});

/**
 * Tokens for an identity that the platform assigns to this machine. Environment variables give the platform's address;
 * calls only go to loopback and link-local addresses, and never to a proxy.
 */
export function managedIdentity(context: SignInContext<Way<'managedIdentity'>>): AskForToken {
  const { file, signIn } = context;
  return async ({ signal }) => {
    const line = new SignInLine({ transport: localTransport, mayReach: isLocal });
    line.begin(signal);
    try {
      const { ManagedIdentityApplication } = await import('../identityLibrary');
      const identity = new ManagedIdentityApplication({
        ...(signIn.clientId !== undefined && { managedIdentityIdParams: { userAssignedClientId: signIn.clientId } }),
        system: { networkClient: network },
      });
      const resource = clouds[file.cloud].graph;
      const asked = lines.run(line, () => identity.acquireToken({ resource, forceRefresh: true }));
      const { accessToken, expiresOn } = await asked;
      // The library treats any JSON as success, including errors
      if (!isTokenText(accessToken)) throw new Error('The answer does not contain a token.');
      return { text: accessToken, lifetime: (expiresOn?.getTime() ?? 0) - Date.now() };
    } catch (error) {
      throw managedIdentityFailure(error, line.last, signIn.clientId);
    }
  };
}

/**
 * Whether a URL is a loopback or link-local address, by http. Source: managed identities of virtual machines, App
 * Service, Arc and Cloud Shell.
 */
function isLocal({ protocol, hostname, username }: URL): boolean {
  if (protocol !== 'http:' || username !== '') return false;
  return hostname === 'localhost' || hostname === '[::1]' || /^(127|169\.254)(\.\d{1,3}){2,3}$/.test(hostname);
}
