import type { Uri } from 'vscode';
import type { StateFolder } from '../../connections/announcedSandboxes';
import { FileError, unwritableFolder } from '../../files/fileError';
import { makeFolder } from '../../files/makeFolder';
import { ownFolder } from '../../files/ownFolder';
import { relayed, say } from '../messages/say';
import { UserError } from '../messages/userError';

/**
 * The extension's folder with the user's connections, created on the first write. Rejects with {@link UserError} if it cannot
 * be created.
 */
export function connectionFolder(folder: Uri): StateFolder {
  if (folder.scheme !== 'file') return nowhere(folder);
  const files = ownFolder(folder.fsPath);
  const orRefused = <T>(work: Promise<T>): Promise<T> => refused(folder, work);
  return {
    pathOf: (name) => files.pathOf(name),
    list: () => orRefused(files.list()),
    read: (name) => orRefused(files.read(name)),
    write: (name, text) => orRefused(files.write(name, text)),
    create: (name, text) => orRefused(makeFolder(folder.fsPath, 0o700).then(() => files.create(name, text))),
    remove: (name, text) => orRefused(files.remove(name, text)),
  };
}

/** An editor without local files, for example one in a browser, has no sandbox and no sign-in library either. */
function nowhere(folder: Uri): StateFolder {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new UserError(
        say`Connections need an editor with a folder on its own machine. Open this workspace in VS Code itself, or in a remote window.`,
      ),
    );
  return {
    pathOf: (name) => `${folder.toString()}/${name}`,
    list: () => Promise.resolve([]),
    read: () => Promise.resolve(undefined),
    write: refuse,
    create: refuse,
    remove: () => Promise.resolve(false),
  };
}

async function refused<T>(folder: Uri, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { message } = error instanceof FileError ? error : unwritableFolder(folder.fsPath, error);
    throw new UserError(say`${relayed(message)} The extension keeps its connections there.`);
  }
}
