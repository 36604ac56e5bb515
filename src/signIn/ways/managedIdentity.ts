import { clouds } from '../../tenant/clouds';
import { managedIdentityFailure } from '../failures/managedIdentityFailure';
import { localTransport } from '../line/localTransport';
import { msalNetwork } from '../line/msalNetwork';
import { SignInLine } from '../line/signInLine';
import type { AskForToken, SignInContext, Way } from '../signInContext';

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
        system: { networkClient: msalNetwork(line) },
      });
      const { accessToken, expiresOn } = await identity.acquireToken({
        resource: clouds[file.cloud].graph,
        forceRefresh: true,
      });
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
