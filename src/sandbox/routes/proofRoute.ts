import { isChallenge, proofOf, proofPath } from '../../tenant/loopback/sandboxProof';
import type { SandboxIdentity } from '../gate/identity';
import type { SandboxAnswer } from '../message';
import { refused } from '../message';
import type { RoutedCall, Route } from '../routes';

/**
 * `GET /{tenant}/sandbox-proof?challenge=…` proves that this is the sandbox that knows its client's secret, before a client
 * sends that or anything else, and says how often it has forgotten everything since its tenant began. The service has no such path;
 * clients that do not ask need not.
 */
export function proofRoute(identity: SandboxIdentity, resets: () => number): Route {
  return {
    operation: 'proof',
    method: 'GET',
    path: /^\/[^/]+\/sandbox-proof$/,
    needs: 'open',
    answer: (call) => answerChallenge(call, identity, resets()),
  };
}

async function answerChallenge(
  { path, query }: RoutedCall,
  identity: SandboxIdentity,
  resets: number,
): Promise<SandboxAnswer> {
  if (path !== proofPath(identity.tenantId)) return refused(404, 'itemNotFound', 'There is nothing at this path.');
  const challenge = query.get('challenge') ?? '';
  if (!isChallenge(challenge))
    return refused(400, 'BadRequest', 'The challenge must be 32 to 128 hexadecimal digits in lower case.');
  return { status: 200, json: { proof: await proofOf(identity, challenge), resets } };
}
