import { ConnectionRegistry } from '../../connections/connectionRegistry';
import type { LocalSandbox } from '../../connections/localSandbox';
import { localSandboxConnection } from '../../connections/localSandboxConnection';
import { systemClock } from '../../tenant/clock';
import type { OpenLine } from '../../tenant/loopback/line';

/** Loaded with the first call. Unlike the extension host's fetch it sends nothing of a sandbox to the user's proxy. */
const openLine: OpenLine = async (origin) => (await import('../../loopback/openLoopbackLine')).openLoopbackLine(origin);

/** The connections of this window. */
export function createWindowConnections(sandbox: LocalSandbox): ConnectionRegistry {
  return new ConnectionRegistry([
    localSandboxConnection(sandbox, { openLine, clock: systemClock }, { name: 'Sandbox Tenant' }),
  ]);
}
