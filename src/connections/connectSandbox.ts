import type { Clock } from '../tenant/clock';
import { parseEndpoint } from '../tenant/endpoint';
import { createHttpTenant } from '../tenant/httpTenant';
import { clientCredentialsTokenSource } from '../tenant/signIn/credentials';
import type { Tenant } from '../tenant/tenant';
import type { Transport } from '../tenant/transport';
import type { SandboxConnectionFile } from './connectionFile';

/** What calling a tenant takes of the world: the editor's fetch in the extension host, undici's on the command line. */
export interface CallEffects {
  readonly transport: Transport;
  readonly clock: Clock;
}

/** A sandbox as a tenant, called over HTTP like any other. Throws for an address that is not a sandbox's. */
export function connectSandbox(file: SandboxConnectionFile, { transport, clock }: CallEffects): Tenant {
  const endpoint = parseEndpoint(file.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  const tokens = clientCredentialsTokenSource({ ...signInOf(file), transport, clock });
  return createHttpTenant({ endpoint, name: file.name, transport, tokens });
}

/** Whether the sandbox still answers: one that was killed has left its file. */
export async function isSandboxAlive(file: SandboxConnectionFile, effects: CallEffects): Promise<boolean> {
  try {
    await clientCredentialsTokenSource({ ...signInOf(file), ...effects }).token();
    return true;
  } catch {
    // It is gone, or something else has its port now: either way not a sandbox of ours
    return false;
  }
}

function signInOf({ tokenEndpoint, clientId, clientSecret }: SandboxConnectionFile) {
  return { tokenEndpoint, clientId, clientSecret };
}
