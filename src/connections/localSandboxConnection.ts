import { explainJob } from '../core/logs/explainJob';
import { LOG_READ_SPACING } from '../tenant/limits';
import { createSpacing } from '../tenant/reading/spacing';
import type { Connection, JobWatch } from './connection';
import type { SandboxConnectionFile } from './file/sandboxFile';
import { SANDBOX_NAME, sandboxFile } from './file/sandboxFile';
import type { CallEffects } from './connectSandbox';
import type { LocalSandbox } from './localSandbox';
import { sandboxPace } from './sandboxPace';

/** Options for using a sandbox of this process. */
export interface LocalSandboxUse {
  /** Its name; default: {@link SANDBOX_NAME}. */
  readonly name?: string;
  /** Whether closing the connection stops the sandbox, because it was only started for this use. */
  readonly stopsWhenClosed?: boolean;
}

/**
 * The sandbox of this process as a connection. Opening it starts the sandbox if necessary; it is called over HTTP like
 * any other.
 */
export function localSandboxConnection(
  sandbox: LocalSandbox,
  effects: CallEffects,
  { name = SANDBOX_NAME, stopsWhenClosed = false }: LocalSandboxUse = {},
): Connection {
  const job = watchJob(sandbox);
  const logSpacing = createSpacing(effects.clock, LOG_READ_SPACING);
  const start = async (): Promise<SandboxConnectionFile> => {
    const running = await sandbox.start();
    const endpoint = running.endpointOf(running.sandbox.application);
    return sandboxFile({ ...running, name, endpoint });
  };
  const close = (): Promise<void> => (stopsWhenClosed ? sandbox.stop() : Promise.resolve());
  return {
    kind: 'sandbox',
    name,
    get endpoint() {
      return sandbox.endpoint;
    },
    predict: (people, options) => sandbox.predict(people, options),
    jobSchema: () => sandbox.jobSchema(),
    async open(options) {
      const file = await start();
      const { connectSandbox, sandboxTarget } = await import('./connectSandbox');
      return {
        tenant: connectSandbox(file, { ...effects, logSpacing }, options),
        target: (signal) => sandboxTarget(file, effects, signal),
        clock: effects.clock,
        logPace: () => sandboxPace(sandbox.trouble?.effects.logLatency),
        job,
        powers: sandbox,
        close,
      };
    },
    async reach() {
      const file = await start();
      const { reachSandbox } = await import('./connectSandbox');
      return { ...reachSandbox(file, effects), close };
    },
  };
}

function watchJob(sandbox: LocalSandbox): JobWatch {
  return {
    whyStuck: () => (sandbox.job === undefined ? undefined : explainJob(sandbox.job)),
    onDidChange: (listener) => sandbox.onDidChange(() => listener()),
  };
}
