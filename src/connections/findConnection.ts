import { NotSentError } from '../tenant/errors';
import type { StateFolder } from './announcedSandboxes';
import { announcedSandboxes } from './announcedSandboxes';
import type { Connection } from './connection';
import type { ConnectionRefusal } from './connectionFile';
import { parseConnectionFile } from './connectionFile';
import type { CallEffects } from './connectSandbox';
import { fileConnection } from './fileConnection';
import type { OnRemoved } from './sandboxLife';
import { isAlive } from './sandboxLife';
import type { TenantEffects } from './tenantEffects';
import { resolvePaths } from './tenantFile';
import type { UserConnections } from './user/userConnections';

/** The sources in which connections are looked up. */
export interface ConnectionSources extends CallEffects, TenantEffects {
  /** The folder where sandboxes of this machine are announced. */
  readonly state: StateFolder;
  /** The text of a connection file. */
  readonly readFile: (path: string) => Promise<string>;
  /** Resolves a path relative to the connection file that contains it. */
  readonly resolvePath: (path: string, file: string) => string;
  readonly user: Pick<UserConnections, 'get'>;
  readonly onRemoved: OnRemoved;
  /** The sandbox to start for `sandbox` if none is running. If absent, that is an error. */
  readonly sandbox?: Connection;
}

/** The reserved name of the sandbox. */
const SANDBOX = 'sandbox';
const HAS_SEPARATOR = /[/\\]/;

/**
 * Finds a connection by name: `sandbox`, the name of one of the user's connections, or the path of a connection file.
 * Names take precedence over paths; no name contains a separator, so "./NAME" is always a path. Returns why a file is
 * refused. Throws `NotSentError` if no sandbox is running and none may be started.
 */
export async function findConnection(
  name: string,
  sources: ConnectionSources,
): Promise<Connection | ConnectionRefusal> {
  if (name === SANDBOX) return (await newestRunning(sources)) ?? sources.sandbox ?? noSandbox();
  const own = HAS_SEPARATOR.test(name) ? undefined : await sources.user.get(name);
  if (own !== undefined) return fileConnection(own, sources);
  const file = parseConnectionFile(await sources.readFile(name));
  if ('refusal' in file) return file;
  const resolved = file.kind === 'tenant' ? resolvePaths(file, (path) => sources.resolvePath(path, name)) : file;
  return fileConnection(resolved, sources);
}

/** The most recently announced sandbox of this machine that still answers. */
async function newestRunning(sources: ConnectionSources): Promise<Connection | undefined> {
  for (const announced of await announcedSandboxes(sources.state))
    if (await isAlive(announced, sources, sources.onRemoved)) return fileConnection(announced.file, sources);
  return undefined;
}

function noSandbox(): never {
  throw new NotSentError('No sandbox tenant is running on this machine.', {
    remedy: 'Start one with: entra-inbound sandbox',
  });
}
