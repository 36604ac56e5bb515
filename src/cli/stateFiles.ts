import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StateFolder } from '../connections/announcedSandboxes';
import { readOwnFile, removeOwnFile, writeOwnFile } from '../files/ownFile';
import { orUnusable } from './stateFolder';

/** A folder of this machine for what outlives a call. Rejects with `UsageError` where the system refuses. */
export function stateFiles(folder: string): StateFolder {
  return {
    pathOf: (name) => join(folder, name),
    async list() {
      const names = (await orUnusable(folder, unlessGone(readdir(folder)))) ?? [];
      return Promise.all(
        names.map(async (name) => ({ name, changed: (await unlessGone(lstat(join(folder, name))))?.mtimeMs ?? 0 })),
      );
    },
    read: (name) => orUnusable(folder, readOwnFile(join(folder, name))),
    // The folder is there: whoever writes has asked for one that can be kept
    write: (name, text) => orUnusable(folder, writeOwnFile(join(folder, name), text)),
    remove: (name, text) => orUnusable(folder, removeOwnFile(join(folder, name), text)),
  };
}

/** `undefined` for what is gone: another process may take its file away at any moment. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
