import { dirname, resolve } from 'node:path';
import type { Connection, OpenedConnection } from '../connections/connection';
import { findConnection } from '../connections/findConnection';
import { LocalSandbox } from '../connections/localSandbox';
import { localSandboxConnection } from '../connections/localSandboxConnection';
import { FileError, systemCode } from '../files/fileError';
import { readText } from '../files/readText';
import { describeRemoved } from './announcement';
import { callEffects } from './callEffects';
import { UsageError } from './command';
import { stateFiles } from './stateFiles';
import { stateFolder } from './stateFolder';
import { tenantEffects } from './tenantEffects';
import { userConnections } from './userConnections';
import { describeWait } from '../tenant/reading/describeWait';
import { printable } from '../core/text/printable';
import type { Terminal } from './terminal/terminal';

/**
 * Opens the connection that a command names: `sandbox`, a name, or the path of a connection file. Throws {@link
 * UsageError} if the file is not a connection file, and `TenantError`.
 *
 * @param say called with a message when a sandbox was started for this command, when the connection file of a killed
 * one was removed, when reading waits, and while signing in
 *
 * @param mayStart whether to start a sandbox for this command if none is running
 */
export async function openConnection(
  name: string,
  terminal: Terminal,
  say: (text: string) => Promise<void>,
  { mayStart = true }: { readonly mayStart?: boolean } = {},
): Promise<OpenedConnection> {
  return (await connect(name, terminal, say, { mayStart })).opened;
}

/** A connection, and the same connection when open. */
export interface Connected {
  readonly connection: Connection;
  readonly opened: OpenedConnection;
}

/** Like {@link openConnection}, but also returns the connection itself. */
export function connect(
  name: string,
  terminal: Terminal,
  say: (text: string) => Promise<void>,
  { mayStart = true }: { readonly mayStart?: boolean } = {},
): Promise<Connected> {
  return unlessStopped(open(name, terminal, say, mayStart), terminal.signal);
}

/** Waits for a result unless the command is stopped: the work may take long, and its result is then not needed. */
export function unlessStopped<Value>(coming: Promise<Value>, signal: AbortSignal): Promise<Value> {
  coming.catch(() => undefined);
  return Promise.race([coming, stopped(signal)]);
}

/** Rejects when the user stops the command. */
function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

async function open(
  name: string,
  terminal: Terminal,
  say: (text: string) => Promise<void>,
  mayStart: boolean,
): Promise<Connected> {
  const sandbox = new LocalSandbox();
  const connection = await find(name, terminal, say, mayStart ? sandbox : undefined);
  const opened = await connection.open({ onWait: (wait) => void say(printable(describeWait(wait))) });
  if (sandbox.running !== undefined)
    await say('Started a sandbox tenant for this command. It is discarded when the command ends.');
  return { connection, opened };
}

/**
 * Finds the connection that a command names, like {@link openConnection}, without signing in. `sandbox` starts one if
 * none is running.
 */
export function lookUpConnection(
  name: string,
  terminal: Terminal,
  say: (text: string) => Promise<void>,
): Promise<Connection> {
  return unlessStopped(find(name, terminal, say, new LocalSandbox()), terminal.signal);
}

async function find(
  name: string,
  terminal: Terminal,
  say: (text: string) => Promise<void>,
  sandbox: LocalSandbox | undefined,
): Promise<Connection> {
  const connection = await findConnection(name, {
    ...callEffects,
    ...tenantEffects(terminal.env, say),
    state: stateFiles(stateFolder(terminal.env)),
    user: userConnections(terminal.env),
    readFile: readConnectionFile,
    resolvePath: (path, file) => resolve(dirname(file), path),
    onRemoved: (path) => say(describeRemoved(path)),
    ...(sandbox && { sandbox: localSandboxConnection(sandbox, callEffects, { stopsWhenClosed: true }) }),
  });
  if ('refusal' in connection)
    throw new UsageError(`${name} is not a connection file. ${printable(connection.refusal)}`);
  return connection;
}

/** The text of a connection file. If the file does not exist, the word may have been meant as a name. */
async function readConnectionFile(path: string): Promise<string> {
  try {
    return await readText(path, 'connection');
  } catch (error) {
    const isMissing = error instanceof FileError && systemCode(error.cause) === 'ENOENT';
    if (!isMissing || /[/\\.]/.test(path)) throw error;
    const remedy = '"entra-inbound connections" lists the names.';
    throw new UsageError(`${error.message} It is not the name of a connection either: ${remedy}`, { cause: error });
  }
}
