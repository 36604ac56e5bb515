import { startSandbox } from '../sandbox/startSandbox';
import { systemClock } from '../tenant/clock';
import type { SandboxConnection } from '../tenant/connection';
import { parseConnection } from '../tenant/connection';
import { clientCredentialsTokenSource } from '../tenant/signIn/credentials';
import { NotSentError } from '../tenant/errors';
import { connectSandbox } from '../tenant/sandboxClient';
import type { Tenant } from '../tenant/tenant';
import type { Transport } from '../tenant/transport';
import { UsageError } from './command';
import { readText } from './input/readMapping';
import { announcedSandboxes } from './runningSandboxes';
import { stateFolder } from './stateFolder';
import type { Terminal } from './terminal/terminal';

export interface OpenedTenant {
  readonly tenant: Tenant;
  /** Ends a sandbox that was started for this call; does nothing else. */
  readonly close: () => Promise<void>;
}

/** Loads what it sends with when it first sends: most calls never do, and it takes longer to load than all of ours. */
const transport: Transport = async (url, { signal, ...request }) => {
  const { fetch } = await import('undici');
  return fetch(url, { ...request, signal: signal ?? null });
};

/**
 * The tenant that a call names: `sandbox`, or the path of a connection file.
 * @param say told when a sandbox was started for this call, because `sandbox` is named and none runs; without it none is
 */
export async function openTenant(
  name: string,
  terminal: Terminal,
  say?: (text: string) => Promise<void>,
): Promise<OpenedTenant> {
  if (name !== 'sandbox') return { tenant: connect(await readConnection(name)), close: () => Promise.resolve() };
  for (const connection of await announcedSandboxes(stateFolder(terminal.env))) {
    if (await answers(connection)) return { tenant: connect(connection), close: () => Promise.resolve() };
  }
  if (say === undefined) {
    throw new NotSentError('No sandbox tenant runs on this machine.', {
      remedy: 'Start one with: entra-inbound sandbox',
    });
  }
  const running = await startSandbox();
  await say('Started a sandbox tenant for this call; it forgets everything at its end.');
  return { tenant: connect(sandboxConnection(running)), close: () => running.close() };
}

/** How a sandbox that runs is connected to. */
export function sandboxConnection({
  endpoint,
  tokenEndpoint,
  clientId,
  clientSecret,
}: Omit<SandboxConnection, 'kind' | 'name'>): SandboxConnection {
  return { kind: 'sandbox', name: 'Sandbox tenant', endpoint, tokenEndpoint, clientId, clientSecret };
}

function connect(connection: SandboxConnection): Tenant {
  return connectSandbox(connection, transport, systemClock);
}

async function readConnection(path: string): Promise<SandboxConnection> {
  const parsed = parseConnection(await readText(path));
  if ('refusal' in parsed) throw new UsageError(`${path} is no connection: ${parsed.refusal}.`);
  return parsed.connection;
}

/** Whether a sandbox is there still: one that was killed has left its file behind. */
async function answers({ tokenEndpoint, clientId, clientSecret }: SandboxConnection): Promise<boolean> {
  try {
    await clientCredentialsTokenSource({
      tokenEndpoint,
      clientId,
      clientSecret,
      transport,
      clock: systemClock,
    }).token();
    return true;
  } catch {
    // Not there, or something else has its port now: either way not a sandbox of ours
    return false;
  }
}
