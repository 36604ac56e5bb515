import { isChallenge, proofOf, proofPath } from '../../tenant/loopback/sandboxProof';
import type { SandboxIdentity } from '../gate/identity';
import type { SandboxAnswer } from '../message';
import { refused } from '../message';
import type { RoutedCall, Route } from '../routes';

/**
 * `GET /{tenant}/sandbox-proof?challenge=…`. Proves that this sandbox knows its client's secret before a client sends
 * that or anything else, and returns how often the tenant was reset. The service has no such path, and clients need not
 * call it.
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
  if (path !== proofPath(identity.tenantId)) return refused(404, 'itemNotFound', 'This path does not exist.');
  const challenge = query.get('challenge') ?? '';
  if (!isChallenge(challenge))
    return refused(400, 'BadRequest', 'The challenge must be 32 to 128 hexadecimal digits in lower case.');
  return { status: 200, json: { proof: await proofOf(identity, challenge), resets } };
}
