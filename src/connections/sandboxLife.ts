import { NotTheSandboxError, TenantError } from '../tenant/errors';
import { proveSandbox } from '../tenant/loopback/proveSandbox';
import { parseTokenEndpoint } from '../tenant/signIn/credentials';
import type { AnnouncedSandbox, StateFolder } from './announcedSandboxes';
import { announcedSandboxes } from './announcedSandboxes';
import type { SandboxConnectionFile } from './file/sandboxFile';
import type { CallEffects } from './connectSandbox';
import { secretOf } from './connectSandbox';

/**
 * `gone`: no program answers at its address, or another one does. `unknown`: the program does not identify itself, or
 * may be a sandbox of another version.
 */
export type SandboxLife = 'alive' | 'gone' | 'unknown';

/** Called with the path of a connection file that was removed because its sandbox is gone. */
export type OnRemoved = (path: string) => Promise<void>;

/** Whether the sandbox of a connection file still answers, because a killed sandbox leaves its file. */
export async function lifeOfSandbox(
  file: SandboxConnectionFile,
  { openLine }: CallEffects,
  signal?: AbortSignal,
): Promise<SandboxLife> {
  try {
    const { origin } = parseTokenEndpoint(file.tokenEndpoint);
    const line = await openLine(origin);
    try {
      await proveSandbox(line.ask, origin, secretOf(file), { signal });
    } finally {
      line.close();
    }
    return 'alive';
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    const isOther = error instanceof NotTheSandboxError && error.status === undefined;
    return isOther || error.code === 'ECONNREFUSED' ? 'gone' : 'unknown';
  }
}

/** Whether an announced sandbox is alive. Removes its file if it is gone. */
export async function isAlive(
  announced: AnnouncedSandbox,
  effects: CallEffects,
  onRemoved: OnRemoved,
  signal?: AbortSignal,
): Promise<boolean> {
  const life = await lifeOfSandbox(announced.file, effects, signal);
  if (life === 'gone' && (await announced.remove())) await onRemoved(announced.path);
  return life === 'alive';
}

/** Removes the files of all announced sandboxes that are gone. */
export async function removeGone(
  folder: StateFolder,
  effects: CallEffects,
  onRemoved: OnRemoved,
  signal: AbortSignal,
): Promise<void> {
  for (const announced of await announcedSandboxes(folder)) {
    if (signal.aborted) return;
    await isAlive(announced, effects, onRemoved, signal);
  }
}
