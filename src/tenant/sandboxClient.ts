import type { Clock } from './clock';
import type { SandboxConnection } from './connection';
import { clientCredentialsTokenSource } from './signIn/credentials';
import { parseEndpoint } from './endpoint';
import { createHttpTenant } from './httpTenant';
import type { Tenant } from './tenant';
import type { Transport } from './transport';

/** The tenant behind a sandbox's connection, spoken to over HTTP like any other. Throws for an address that is none of a sandbox. */
export function connectSandbox(connection: SandboxConnection, transport: Transport, clock: Clock): Tenant {
  const endpoint = parseEndpoint(connection.endpoint);
  if ('refusal' in endpoint) throw new Error(endpoint.refusal);
  const { tokenEndpoint, clientId, clientSecret } = connection;
  const tokens = clientCredentialsTokenSource({ tokenEndpoint, clientId, clientSecret, transport, clock });
  return createHttpTenant({ endpoint, name: connection.name, transport, tokens });
}
