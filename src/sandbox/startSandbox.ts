import { randomBytes } from 'node:crypto';
import type { SandboxClock } from './clock';
import { systemSandboxClock } from './clock';
import { watchIdleness } from './idleness';
import type { Application } from './gate/identity';
import type { Sandbox, SandboxOptions } from './sandbox';
import { createSandbox } from './sandbox';
import { listen } from './sandboxServer';
import { loadTenant } from './storage/tenantFile';
import { createTenantSaver } from './storage/tenantSaver';

export { scenarios } from './scenarios/table';
export { SavedTenantError } from './storage/tenantFile';

export interface StartOptions extends Partial<SandboxOptions> {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Told of the sandbox's own errors. */
  readonly onFault?: (error: unknown) => void;
  /** Where the tenant is kept from one start to the next; memory alone when left out. */
  readonly folder?: string;
  /** Milliseconds without a request, by the machine's clock, after which the sandbox stops by itself; 4 hours unless said otherwise. */
  readonly idleStop?: number;
  /** The clock of callers, which idleness is counted by: the machine's, but in tests. */
  readonly callersClock?: SandboxClock;
}

/** A sandbox that answers on 127.0.0.1, and all that a client needs to know of it. */
export interface RunningSandbox {
  /** The full bulkUpload address, as an administrator would copy it from the portal: of the job that the scenario is about. */
  readonly endpoint: string;
  /** The origin that stands for Graph's: `http://127.0.0.1:port`. */
  readonly graph: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token that is good for an hour from the start. */
  readonly token: string;
  readonly tenantId: string;
  readonly jobId: string;
  readonly servicePrincipalId: string;
  readonly sandbox: Sandbox;
  /** The bulkUpload address of any of its jobs. */
  endpointOf(application: Application): string;
  /** Resolves when the sandbox has stopped: because nobody used it, or because it was closed. */
  readonly stopped: Promise<'idle' | 'closed'>;
  /** Stops answering and forgets everything, but what a folder keeps. Rejects when that cannot be written. */
  close(): Promise<void>;
}

const IDLE_STOP = 4 * 3_600_000;

/** A sandbox that nobody can reach: for trying something on an empty directory. */
export function emptySandbox(): Sandbox {
  return createSandbox({ clock: systemSandboxClock, random: randomBytes });
}

/** Starts a sandbox. Rejects when the port cannot be had, and with `SavedTenantError` when its folder cannot be read. */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { port = 0, onFault, idleStop = IDLE_STOP, callersClock = systemSandboxClock, folder, ...rest } = options;
  const saved = folder === undefined ? undefined : await loadTenant(folder);
  const sandbox = createSandbox({ clock: systemSandboxClock, random: randomBytes, ...rest, ...(saved && { saved }) });
  let isOver = false;
  let wake = (): void => undefined;
  const saver =
    folder === undefined
      ? undefined
      : createTenantSaver(
          folder,
          () => sandbox.save(),
          (error) => onFault?.(error),
        );
  sandbox.onChange((event) => {
    // What is staged is saved at the end; a request may come many times a second
    if (event !== 'request' && !isOver) saver?.request();
    // Whoever loads people is there; a cycle runs without anybody
    if (event !== 'cycle') wake();
  });
  const server = await listen(sandbox, { port, onFault, onRequest: () => wake() });
  const graph = `http://${server.authority}`;
  const { tenantId, clientId, clientSecret, application } = sandbox;
  const endpointOf = ({ servicePrincipalId, jobId }: Application): string =>
    `${graph}/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/bulkUpload`;

  let tellStopped: (why: 'idle' | 'closed') => void = () => undefined;
  const stopped = new Promise<'idle' | 'closed'>((resolve) => (tellStopped = resolve));
  let closing: Promise<void> | undefined;
  const close = (why: 'idle' | 'closed'): Promise<void> =>
    (closing ??= (async () => {
      await server.close();
      idleness.dispose();
      try {
        await saver?.finish();
      } finally {
        isOver = true;
        sandbox.dispose();
        tellStopped(why);
      }
    })());
  const idleness = watchIdleness(callersClock, idleStop, () => {
    close('idle').catch((error: unknown) => onFault?.(error));
  });
  wake = () => idleness.wake();
  return {
    endpoint: endpointOf(application),
    graph,
    tokenEndpoint: `${graph}/${tenantId}/oauth2/v2.0/token`,
    clientId,
    clientSecret,
    token: sandbox.issueToken(),
    tenantId,
    jobId: application.jobId,
    servicePrincipalId: application.servicePrincipalId,
    sandbox,
    endpointOf,
    stopped,
    close: () => close('closed'),
  };
}
