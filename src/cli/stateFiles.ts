import type { StateFolder } from '../connections/announcedSandboxes';
import { ownFolder } from '../files/ownFolder';
import { orUnusable } from './stateFolder';

/** A folder of this machine for what outlives a call. Rejects with `UsageError` where the system refuses. */
export function stateFiles(folder: string): StateFolder {
  const files = ownFolder(folder);
  return {
    pathOf: (name) => files.pathOf(name),
    list: () => orUnusable(folder, files.list()),
    read: (name) => orUnusable(folder, files.read(name)),
    // The folder is there: whoever writes has asked for one that can be kept
    write: (name, text) => orUnusable(folder, files.write(name, text)),
    create: (name, text) => orUnusable(folder, files.create(name, text)),
    remove: (name, text) => orUnusable(folder, files.remove(name, text)),
  };
}
