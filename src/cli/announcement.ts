import type { StateFolder } from '../connections/announcedSandboxes';
import { announcedAt, announceSandbox, withdrawSandbox } from '../connections/announcedSandboxes';
import { sandboxFile } from '../connections/file/sandboxFile';
import { lifeOfSandbox, removeGone } from '../connections/sandboxLife';
import { printable } from '../core/text/printable';
import type { RunningSandbox } from '../sandbox/startSandbox';
import { callEffects } from './callEffects';

interface Announcing {
  /** Called with a message about each file that was removed. */
  readonly say: (text: string) => Promise<void>;
  /** Stops removing files. */
  readonly signal: AbortSignal;
}

/**
 * Keeps the connection file of a sandbox in the state folder while `serve` runs, which gets its path. Meanwhile removes
 * the files of killed sandboxes.
 */
export async function whileAnnounced(
  running: RunningSandbox,
  folder: StateFolder,
  { say, signal }: Announcing,
  serve: (connection: string) => Promise<void>,
): Promise<void> {
  const port = Number(new URL(running.graph).port);
  const file = sandboxFile(running);
  const connection = await announceSandbox(folder, port, file);
  const served = new AbortController();
  const over = AbortSignal.any([signal, served.signal]);
  const cleaning = removeGone(folder, callEffects, (path) => say(describeRemoved(path)), over);
  // Awaited below; without this, an earlier rejection would be unhandled
  cleaning.catch(() => undefined);
  try {
    await serve(connection);
  } finally {
    served.abort();
    await withdrawSandbox(folder, port, file);
  }
  await cleaning;
}

export function describeRemoved(path: string): string {
  return `Removed the connection file ${printable(path)}: its sandbox is no longer running.`;
}

/** Explains why a sandbox cannot listen on a port, and what to do. */
export async function describeTakenPort(port: number, code: string, folder: StateFolder): Promise<string> {
  const announced = await announcedAt(folder, port);
  return announced !== undefined && (await lifeOfSandbox(announced.file, callEffects)) === 'alive'
    ? `Port ${port} already has a sandbox. Use its connection file, ${printable(announced.path)}, or omit --port to use a free port.`
    : `Port ${port} is unavailable (${code}). Omit --port to use a free port.`;
}
