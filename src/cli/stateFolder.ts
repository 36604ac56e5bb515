import { homedir } from 'node:os';
import { join } from 'node:path';
import { FileError, unwritableFolder } from '../files/fileError';
import { ensureKeepable } from '../files/keepableFolder';
import { UsageError } from './command';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where what outlives a call is kept: `ENTRA_INBOUND_HOME`, else the platform's folder for programs' state. Throws
 * {@link UsageError} where there is neither.
 */
export function stateFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
  const set = env.ENTRA_INBOUND_HOME;
  if (set !== undefined && set !== '') return set;
  const home = homeFolder();
  switch (platform) {
    case 'win32':
      return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'entra-inbound');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'entra-inbound');
    default:
      return join(env.XDG_STATE_HOME ?? join(home, '.local', 'state'), 'entra-inbound');
  }
}

/** Throws {@link UsageError} unless state can be kept: to be called before anything is served. */
export async function keptStateFolder(env: Environment): Promise<string> {
  const folder = stateFolder(env);
  await orUnusable(folder, ensureKeepable(folder));
  return folder;
}

/** The same where a call may do without: only a folder that the user has named must be one. To be called before anything is sent. */
export async function refuseUnkeptState(env: Environment): Promise<void> {
  if (env.ENTRA_INBOUND_HOME !== undefined && env.ENTRA_INBOUND_HOME !== '') await keptStateFolder(env);
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

function homeFolder(): string {
  try {
    return homedir();
  } catch (error) {
    throw new UsageError('This user has no home folder. Set ENTRA_INBOUND_HOME to a folder that you may write to.', {
      cause: error,
    });
  }
}
