import type { OpenedConnection } from '../connections/connection';
import { findConnection } from '../connections/findConnection';
import { LocalSandbox } from '../connections/localSandbox';
import { localSandboxConnection } from '../connections/localSandboxConnection';
import { readText } from '../files/readText';
import { openLoopbackLine } from '../loopback/openLoopbackLine';
import { systemClock } from '../tenant/clock';
import type { OpenLine } from '../tenant/loopback/line';
import { UsageError } from './command';
import { stateFiles } from './stateFiles';
import { stateFolder } from './stateFolder';
import { printable } from '../core/text/printable';
import type { Terminal } from './terminal/terminal';

// eslint-disable-next-line @typescript-eslint/require-await -- what is wrong with an address rejects, too
const openLine: OpenLine = async (origin) => openLoopbackLine(origin);
const effects = { openLine, clock: systemClock };

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
  const opening = open(name, terminal, say);
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
