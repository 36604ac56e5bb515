import { FileError, unwritableFolder } from '../files/fileError';
import { ensureKeepable } from '../files/keepableFolder';
import type { Environment } from '../files/stateFolder';
import { findStateFolder } from '../files/stateFolder';
import { UsageError } from './command';

/** Where what outlives a call is kept. Throws {@link UsageError} where there is no such folder. */
export function stateFolder(env: Environment, platform?: NodeJS.Platform): string {
  const folder = findStateFolder(env, platform);
  if (folder !== undefined) return folder;
  throw new UsageError('This user has no home folder. Set ENTRA_INBOUND_HOME to a folder that you may write to.');
}

/** Throws {@link UsageError} unless state can be kept: to be called before anything is served. */
export async function keptStateFolder(env: Environment): Promise<string> {
  const folder = stateFolder(env);
  await orUnusable(folder, ensureKeepable(folder));
  return folder;
}

/** What the system refuses of the state folder is for the user to put right: throws {@link UsageError}, which says how. */
export async function orUnusable<T>(folder: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { message } = error instanceof FileError ? error : unwritableFolder(folder, error);
    const remedy = 'ENTRA_INBOUND_HOME names the folder in which this program keeps its state.';
    throw new UsageError(`${message} ${remedy}`, { cause: error });
  }
}
