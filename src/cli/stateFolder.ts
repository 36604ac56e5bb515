import { FileError, unwritableFolder } from '../files/fileError';
import { ensureKeepable } from '../files/keepableFolder';
import type { Environment } from '../files/stateFolder';
import { findStateFolder } from '../files/stateFolder';
import { UsageError } from './command';

/** The folder for state that outlives a command. Throws {@link UsageError} if the user has none. */
export function stateFolder(env: Environment, platform?: NodeJS.Platform): string {
  const folder = findStateFolder(env, platform);
  if (folder !== undefined) return folder;
  throw new UsageError('This user has no home folder. Set ENTRA_INBOUND_HOME to a writable folder.');
}

/** The folder if state can be stored, otherwise throws {@link UsageError}. Call it before serving anything. */
export async function keptStateFolder(env: Environment): Promise<string> {
  const folder = stateFolder(env);
  await orUnusable(folder, ensureKeepable(folder));
  return folder;
}

/** Converts an error of the state folder to a {@link UsageError} that tells the user what to do. */
export async function orUnusable<T>(folder: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { message } = error instanceof FileError ? error : unwritableFolder(folder, error);
    const remedy = 'ENTRA_INBOUND_HOME sets the folder where this program keeps its state.';
    throw new UsageError(`${message} ${remedy}`, { cause: error });
  }
}
