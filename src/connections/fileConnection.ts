import type { Connection } from './connection';
import type { ConnectionFile } from './connectionFile';
import type { CallEffects } from './connectSandbox';
import { connectSandbox, reachSandbox, sandboxTarget } from './connectSandbox';
import { sandboxPace } from './sandboxPace';
import { tenantConnection } from './tenantConnection';
import type { TenantEffects } from './tenantEffects';

/** The connection that a file describes. */
export function fileConnection(file: ConnectionFile, effects: CallEffects & TenantEffects): Connection {
  if (file.kind === 'tenant') return tenantConnection(file, effects);
  return {
    kind: file.kind,
    name: file.name,
    endpoint: file.endpoint,
    // eslint-disable-next-line @typescript-eslint/require-await -- async, so that an invalid address rejects
    open: async (options) => ({
      tenant: connectSandbox(file, effects, options),
      target: (signal) => sandboxTarget(file, effects, signal),
      clock: effects.clock,
      logPace: () => sandboxPace(),
      close: () => Promise.resolve(),
    }),
    // eslint-disable-next-line @typescript-eslint/require-await -- async for the same reason
    reach: async () => ({ ...reachSandbox(file, effects), close: () => Promise.resolve() }),
  };
}
