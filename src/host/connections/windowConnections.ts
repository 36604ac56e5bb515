import type { ExtensionContext, LogOutputChannel, Memento } from 'vscode';
import type { Connection } from '../../connections/connection';
import type { ActiveMemory } from '../../connections/connectionRegistry';
import { ConnectionRegistry } from '../../connections/connectionRegistry';
import type { ConnectionStates } from '../../connections/state/connectionStates';
import type { LocalSandbox } from '../../connections/localSandbox';
import { localSandboxConnection } from '../../connections/localSandboxConnection';
import { systemClock } from '../../tenant/clock';
import type { OpenLine } from '../../tenant/loopback/line';
import type { ConnectionStore } from './connectionStore';

/** The connections of a window. */
export interface WindowConnections {
  readonly registry: ConnectionRegistry;
  /** The store of the user's connections; loaded with them, on first use. */
  readonly store: () => Promise<ConnectionStore>;
  readonly dispose: () => void;
}

const ACTIVE_KEY = 'entraInbound.activeConnection';

/** Loaded with the first call. Unlike the extension host's fetch it never sends sandbox traffic to the user's proxy. */
const openLine: OpenLine = async (origin) => (await import('../../loopback/openLoopbackLine')).openLoopbackLine(origin);

/** The connections of this window: the sandbox, and the user's own once they are requested. */
export function createWindowConnections(
  context: ExtensionContext,
  sandbox: LocalSandbox,
  states: ConnectionStates,
  output: LogOutputChannel,
): WindowConnections {
  let opened: Promise<ConnectionStore> | undefined;
  const registry = new ConnectionRegistry(
    windowSandboxConnection(sandbox),
    activeMemory(context.workspaceState, context.globalState),
    async () => (await open()).read(),
  );
  const open = (): Promise<ConnectionStore> => {
    opened ??= import('./connectionStore').then(({ ConnectionStore }) =>
      ConnectionStore.open({ context, registry, states, output }),
    );
    return opened;
  };
  const follow = registry.onDidChange(() => states.keepOnly(registry.all));
  if (registry.remembersAnother) void registry.settle().catch((error: unknown) => output.error(String(error)));
  return {
    registry,
    store: async () => {
      await registry.settle();
      return open();
    },
    dispose: () => {
      follow.dispose();
      void opened?.then((store) => store.dispose());
    },
  };
}

/** The sandbox of this window as a connection. */
export function windowSandboxConnection(sandbox: LocalSandbox): Connection {
  return localSandboxConnection(sandbox, { openLine, clock: systemClock }, { name: 'Sandbox Tenant' });
}

/** A workspace remembers its own choice, a new one starts with the last; both by name, and not in a file of the workspace. */
function activeMemory(workspace: Memento, everywhere: Memento): ActiveMemory {
  return {
    read() {
      const name = workspace.get<unknown>(ACTIVE_KEY) ?? everywhere.get<unknown>(ACTIVE_KEY);
      return typeof name === 'string' && name !== '' ? name : undefined;
    },
    // An empty name means the sandbox: without it the workspace would have no choice of its own
    write(name = '') {
      void workspace.update(ACTIVE_KEY, name);
      void everywhere.update(ACTIVE_KEY, name);
    },
  };
}
