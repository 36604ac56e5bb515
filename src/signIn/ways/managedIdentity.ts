import { AsyncLocalStorage } from 'node:async_hooks';
import { clouds } from '../../tenant/clouds';
import { isTokenText } from '../../tenant/signIn/tokenText';
import { managedIdentityFailure } from '../failures/managedIdentityFailure';
import { localTransport } from '../line/localTransport';
import { msalNetwork } from '../line/msalNetwork';
import { SignInLine } from '../line/signInLine';
import type { AskForToken, SignInContext, Way } from '../signInContext';

/**
 * The engine keeps the first network that it is given for as long as the process lasts, with whatever that has: so it is one that
 * leads each call to the line of who asks. Source: @azure/msal-node, ManagedIdentityClient.identitySource.
 */
const lines = new AsyncLocalStorage<SignInLine>();
const network = msalNetwork(() => {
  const line = lines.getStore();
  if (line === undefined) throw new Error('The library calls for nobody.');
  return line;
});

/**
 * Tokens for an identity that the platform gives to this machine. Where it answers, the platform says by environment variables; by
 * them the calls can go to this machine and its own link alone, and to no proxy.
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
      // The library takes any JSON for success, an error's too
      if (!isTokenText(accessToken)) throw new Error('The answer holds no token.');
      return { text: accessToken, lifetime: (expiresOn?.getTime() ?? 0) - Date.now() };
    } catch (error) {
      throw managedIdentityFailure(error, line.last, signIn.clientId);
    }
  };
}

/** Loopback and link-local addresses, by http. Source: managed identities of virtual machines, App Service, Arc and Cloud Shell. */
function isLocal({ protocol, hostname, username }: URL): boolean {
  if (protocol !== 'http:' || username !== '') return false;
  return hostname === 'localhost' || hostname === '[::1]' || /^(127|169\.254)(\.\d{1,3}){2,3}$/.test(hostname);
}
