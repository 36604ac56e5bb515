import type { RandomBytes } from './identifiers';
import { randomGuid, randomHex } from './identifiers';

/** Who the sandbox is: the ids that a connection to it names, and its one application's secret. */
export interface SandboxIdentity {
  readonly tenantId: string;
  readonly servicePrincipalId: string;
  readonly servicePrincipalName: string;
  readonly jobId: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export function createIdentity(random: RandomBytes): SandboxIdentity {
  const tenantId = randomGuid(random);
  return {
    tenantId,
    servicePrincipalId: randomGuid(random),
    servicePrincipalName: 'API-driven provisioning to Microsoft Entra ID',
    jobId: `API2AAD.${tenantId.replaceAll('-', '')}.${randomGuid(random)}`,
    clientId: randomGuid(random),
    clientSecret: `sandbox-secret-${randomHex(random, 16)}`,
  };
}
