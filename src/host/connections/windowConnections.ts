import { ConnectionRegistry } from '../../connections/connectionRegistry';
import type { LocalSandbox } from '../../connections/localSandbox';
import { localSandboxConnection } from '../../connections/localSandboxConnection';
import { systemClock } from '../../tenant/clock';
import type { Transport } from '../../tenant/transport';

/** The extension host's own fetch, which knows the user's proxy and certificates. */
const transport: Transport = (url, request) => fetch(url, request);

/** The connections of this window. */
export function createWindowConnections(sandbox: LocalSandbox): ConnectionRegistry {
  return new ConnectionRegistry([
    localSandboxConnection(sandbox, { transport, clock: systemClock }, { name: 'Sandbox Tenant' }),
  ]);
}
