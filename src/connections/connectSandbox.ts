import type { Clock } from '../tenant/clock';
import { parseEndpoint } from '../tenant/endpoint';
import { NotTheSandboxError, TenantError } from '../tenant/errors';
import { createHttpTenant } from '../tenant/httpTenant';
import type { OpenLine } from '../tenant/loopback/line';
import { proveSandbox } from '../tenant/loopback/proveSandbox';
import { provenTransport } from '../tenant/loopback/provenTransport';
import type { SandboxSecret } from '../tenant/loopback/sandboxProof';
import { clientCredentialsTokenSource, parseTokenEndpoint } from '../tenant/signIn/credentials';
import type { Tenant } from '../tenant/tenant';
import type { SandboxConnectionFile } from './connectionFile';

/** What calling a sandbox takes of the world. */
export interface CallEffects {
  readonly openLine: OpenLine;
  readonly clock: Clock;
}

/** A sandbox as a tenant, called over HTTP like any other. Throws for an address that is not a sandbox's. */
export function connectSandbox(file: SandboxConnectionFile, { openLine, clock }: CallEffects): Tenant {
  const endpoint = parseEndpoint(file.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  const { tokenEndpoint, clientId, clientSecret } = file;
  const transport = provenTransport(secretOf(file), openLine);
  const tokens = clientCredentialsTokenSource({ tokenEndpoint, clientId, clientSecret, transport, clock });
  return createHttpTenant({ endpoint, name: file.name, transport, tokens });
}

/** `gone`: nobody or something else answers at its address. `unknown`: what answers does not say what it is. */
export type SandboxLife = 'alive' | 'gone' | 'unknown';

/** Whether the sandbox of a connection file still answers: one that was killed has left its file. */
export async function lifeOfSandbox(file: SandboxConnectionFile, { openLine }: CallEffects): Promise<SandboxLife> {
  try {
    const { origin } = parseTokenEndpoint(file.tokenEndpoint);
    const line = await openLine(origin);
    try {
      await proveSandbox(line.ask, origin, secretOf(file));
    } finally {
      line.close();
    }
    return 'alive';
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    return error instanceof NotTheSandboxError || error.code === 'ECONNREFUSED' ? 'gone' : 'unknown';
  }
}

function secretOf({ tokenEndpoint, clientId, clientSecret }: SandboxConnectionFile): SandboxSecret {
  return { tenantId: parseTokenEndpoint(tokenEndpoint).tenantId, clientId, clientSecret };
}
