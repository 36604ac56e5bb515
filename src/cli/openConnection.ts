import type { OpenedConnection } from '../connections/connection';
import { findConnection } from '../connections/findConnection';
import { LocalSandbox } from '../connections/localSandbox';
import { localSandboxConnection } from '../connections/localSandboxConnection';
import { readText } from '../files/readText';
import { systemClock } from '../tenant/clock';
import type { Transport } from '../tenant/transport';
import { UsageError } from './command';
import { stateFiles } from './stateFiles';
import { stateFolder } from './stateFolder';
import { printable } from '../core/text/printable';
import type { Terminal } from './terminal/terminal';

/** Loads the network library when it first sends: most calls never do, and it takes longer to load than all of ours. */
const transport: Transport = async (url, { signal, ...request }) => {
  const { fetch } = await import('undici');
  return fetch(url, { ...request, signal: signal ?? null });
};
const effects = { transport, clock: systemClock };

/**
 * Opens the connection that a call names: `sandbox`, or the path of a connection file. Throws {@link UsageError} for a file
 * that is not one, and `TenantError`.
 * @param say called when a sandbox was started for this call, because none was running; without it none is started
 */
export async function openConnection(
  name: string,
  terminal: Terminal,
  say?: (text: string) => Promise<void>,
): Promise<OpenedConnection> {
  const sandbox = new LocalSandbox();
  const connection = await findConnection(name, {
    ...effects,
    state: stateFiles(stateFolder(terminal.env)),
    readFile: (path) => readText(path, 'connection'),
    ...(say !== undefined && { sandbox: localSandboxConnection(sandbox, effects, { stopsWhenClosed: true }) }),
  });
  if ('refusal' in connection)
    throw new UsageError(`${name} is not a connection file. ${printable(connection.refusal)}`);
  const opened = await connection.open();
  if (sandbox.running !== undefined)
    await say?.('Started a sandbox tenant for this call; it forgets everything at its end.');
  return opened;
}
