import type { StateFolder } from '../connections/announcedSandboxes';
import { ownFolder } from '../files/ownFolder';
import { orUnusable } from './stateFolder';

/**
 * A folder of this machine for state that outlives a command. Rejects with `UsageError` if the system refuses access.
 */
export function stateFiles(folder: string): StateFolder {
  const files = ownFolder(folder);
  return {
    pathOf: (name) => files.pathOf(name),
    list: () => orUnusable(folder, files.list()),
    read: (name) => orUnusable(folder, files.read(name)),
    // Writers must have called `keptStateFolder`, so the folder exists
    write: (name, text) => orUnusable(folder, files.write(name, text)),
    create: (name, text) => orUnusable(folder, files.create(name, text)),
    remove: (name, text) => orUnusable(folder, files.remove(name, text)),
  };
}
