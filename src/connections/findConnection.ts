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

/** Where connections are looked for. */
export interface ConnectionSources extends CallEffects {
  /** Where sandboxes of this machine are announced. */
  readonly state: StateFolder;
  /** The text of a connection file. */
  readonly readFile: (path: string) => Promise<string>;
  readonly onRemoved: OnRemoved;
  /** A sandbox to start when `sandbox` is named and none runs. Left out: there being none is an error. */
  readonly sandbox?: Connection;
}

/** The name of the sandbox, which is always there. */
const SANDBOX = 'sandbox';

/**
 * The connection that a name means: `sandbox`, or the path of a connection file. Gives why a file is refused; throws
 * `NotSentError` when no sandbox runs and none may be started.
 */
export async function findConnection(
  name: string,
  sources: ConnectionSources,
): Promise<Connection | ConnectionRefusal> {
  if (name === SANDBOX) return (await newestRunning(sources)) ?? sources.sandbox ?? noSandbox();
  const file = parseConnectionFile(await sources.readFile(name));
  return 'refusal' in file ? file : fileConnection(file, sources);
}

/** The newest of the sandboxes that were announced on this machine and still answer. */
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
