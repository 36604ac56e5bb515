import type { OpenedConnection } from '../connections/connection';
import { findConnection } from '../connections/findConnection';
import { LocalSandbox } from '../connections/localSandbox';
import { localSandboxConnection } from '../connections/localSandboxConnection';
import { readText } from '../files/readText';
import { describeRemoved } from './announcement';
import { callEffects } from './callEffects';
import { UsageError } from './command';
import { stateFiles } from './stateFiles';
import { stateFolder } from './stateFolder';
import { printable } from '../core/text/printable';
import type { Terminal } from './terminal/terminal';

/**
 * Opens the connection that a call names: `sandbox`, or the path of a connection file. Throws {@link UsageError} for a file
 * that is not one, and `TenantError`.
 * @param say called when a sandbox was started for this call, and when the connection file of a killed one was removed
 * @param mayStart whether to start a sandbox for this call if none is running
 */
export async function openConnection(
  name: string,
  terminal: Terminal,
  say: (text: string) => Promise<void>,
  { mayStart = true }: { readonly mayStart?: boolean } = {},
): Promise<OpenedConnection> {
  const opening = open(name, terminal, say, mayStart);
  // Its own end may be long in coming, and is of no interest once the call is stopped
  opening.catch(() => undefined);
  return Promise.race([opening, stopped(terminal.signal)]);
}

/** Rejects when the user stops the call. */
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
): Promise<OpenedConnection> {
  const sandbox = new LocalSandbox();
  const connection = await findConnection(name, {
    ...callEffects,
    state: stateFiles(stateFolder(terminal.env)),
    readFile: (path) => readText(path, 'connection'),
    onRemoved: (path) => say(describeRemoved(path)),
    ...(mayStart && { sandbox: localSandboxConnection(sandbox, callEffects, { stopsWhenClosed: true }) }),
  });
  if ('refusal' in connection)
    throw new UsageError(`${name} is not a connection file. ${printable(connection.refusal)}`);
  const opened = await connection.open();
  if (sandbox.running !== undefined)
    await say('Started a sandbox tenant for this call; it forgets everything at its end.');
  return opened;
}
