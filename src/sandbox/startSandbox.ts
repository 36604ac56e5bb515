import { randomBytes } from 'node:crypto';
import type { SandboxClock } from './clock';
import { clockFrom, systemSandboxClock } from './clock';
import { watchIdleness } from './idleness';
import type { Application } from './gate/identity';
import type { Sandbox, SandboxOptions } from './sandbox';
import { createSandbox } from './sandbox';
import { listen } from './sandboxServer';
import type { FileLayer } from '../files/fileLayer';
import { SavedTenantError } from './storage/savedTenantError';
import type { TenantFolder } from './storage/tenantFolder';
import { openTenantFolder } from './storage/tenantFolder';
import type { TenantKeeper } from './storage/tenantKeeper';

export { scenarios } from './scenarios/table';
export { SavedTenantError };

export interface StartOptions extends Partial<SandboxOptions> {
  /** 0, the default, uses a free port. */
  readonly port?: number;
  /** Called with the sandbox's own errors. */
  readonly onFault?: (error: unknown) => void;
  /** The folder that stores the tenant between starts; default: memory only. */
  readonly folder?: string;
  /** Access to the folder; default: the machine's file system. */
  readonly files?: FileLayer;
  /**
   * Called when the tenant cannot be saved, and with `undefined` when it can be saved again. Each change is another
   * attempt.
   */
  readonly onTrouble?: (trouble: SavedTenantError | undefined) => void;
  /**
   * Milliseconds without a request, by the machine's clock, after which the sandbox stops by itself; default: 4 hours.
   */
  readonly idleStop?: number;
  /** The callers' clock, which measures idleness: the machine's, except in tests. */
  readonly callersClock?: SandboxClock;
}

/** A sandbox that listens on 127.0.0.1, with everything that a client needs to call it. */
export interface RunningSandbox {
  /**
   * The full bulkUpload address of the job that the scenario affects, as an administrator would copy it from the
   * portal.
   */
  readonly endpoint: string;
  /** The origin that replaces Graph's: `http://127.0.0.1:port`. */
  readonly graph: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token that is valid for an hour after the start. */
  readonly token: string;
  readonly tenantId: string;
  readonly jobId: string;
  readonly servicePrincipalId: string;
  readonly sandbox: Sandbox;
  /** The bulkUpload address of an application's job. */
  endpointOf(application: Application): string;
  /** Resolves when the sandbox has stopped, because it was idle or was closed. */
  readonly stopped: Promise<'idle' | 'closed'>;
  /**
   * Stops answering and discards everything that is not stored in a folder. Rejects if the folder cannot be written.
   */
  close(): Promise<void>;
}

const IDLE_STOP = 4 * 3_600_000;

/** A sandbox without a listener, for trying something on an empty directory. */
export function emptySandbox(): Sandbox {
  return createSandbox({ clock: systemSandboxClock, random: randomBytes });
}

/**
 * Starts a sandbox. Rejects when the port is unavailable, and with `SavedTenantError` when its folder cannot be read or written, or
 * another sandbox uses it.
 */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const { folder: path, files } = options;
  const folder = path === undefined ? undefined : await openTenantFolder(path, files);
  try {
    return await startIn(folder, options);
  } catch (error) {
    await folder?.release();
    throw error;
  }
}

async function startIn(folder: TenantFolder | undefined, options: StartOptions): Promise<RunningSandbox> {
  const { port = 0, onFault, onTrouble, idleStop = IDLE_STOP, callersClock = systemSandboxClock, ...rest } = options;
  let isOver = false;
  let wake = (): void => undefined;
  const { sandbox, keeper } = await openSandbox(rest, folder, (trouble) => onTrouble?.(trouble));
  sandbox.onChange((event) => {
    // Uploads and settings are stored before they are answered
    if (event !== 'request' && !isOver) keeper?.request();
    // Loading people counts as activity; a cycle does not
    if (event !== 'cycle') wake();
  });
  const server = await listen(sandbox, { port, onFault, onRequest: () => wake() }).catch((error: unknown) => {
    isOver = true;
    sandbox.dispose();
    throw error;
  });
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
        await keeper?.finish();
      } finally {
        isOver = true;
        sandbox.dispose();
        await folder?.release();
        tellStopped(why);
      }
    })());
  const idleness = watchIdleness(callersClock, idleStop, () => {
    close('idle').catch((error: unknown) => {
      // The unwritable folder was already reported; `close` reports it again with what is not saved
      if (!(error instanceof SavedTenantError)) onFault?.(error);
    });
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

/** Opens a folder's tenant and saves it there from now on. Without a folder the tenant is in memory only. */
async function openSandbox(
  options: Partial<SandboxOptions>,
  folder: TenantFolder | undefined,
  onTrouble: (trouble: SavedTenantError | undefined) => void,
): Promise<{ readonly sandbox: Sandbox; readonly keeper: TenantKeeper | undefined }> {
  const settings = { clock: systemSandboxClock, random: randomBytes, ...options };
  if (folder === undefined) return { sandbox: createSandbox(settings), keeper: undefined };
  let keeper: TenantKeeper | undefined;
  const { saved, uploads } = folder;
  // A fast clock may have been ahead of the machine's when the tenant stopped
  const last = Math.max(saved?.clock ?? 0, ...uploads.map(({ at }) => at));
  const sandbox = createSandbox({
    ...settings,
    clock: clockFrom(settings.clock, last),
    ...(saved && { saved }),
    uploads,
    // The sandbox is not listening before the keeper exists
    keeper: {
      keepUpload: (upload) => keeper?.keepUpload(upload) ?? Promise.resolve(),
      save: () => keeper?.save() ?? Promise.resolve(),
    },
  });
  try {
    keeper = await folder.keep(() => sandbox.save(), onTrouble);
  } catch (error) {
    sandbox.dispose();
    throw error;
  }
  return { sandbox, keeper };
}
