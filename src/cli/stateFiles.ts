import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StateFolder } from '../connections/announcedSandboxes';
import { orUnusable } from './stateFolder';

/** A folder of this machine for what outlives a call. Rejects with `UsageError` where the system refuses. */
export function stateFiles(folder: string): StateFolder {
  return {
    async list() {
      const names = (await orUnusable(folder, unlessGone(readdir(folder)))) ?? [];
      return Promise.all(
        names.map(async (name) => ({ name, changed: (await unlessGone(stat(join(folder, name))))?.mtimeMs ?? 0 })),
      );
    },
    read: (name) => unlessGone(readFile(join(folder, name), 'utf8')),
    // The folder is there: whoever writes has asked for one that can be kept
    async write(name, text) {
      const path = join(folder, name);
      const unfinished = `${path}.${process.pid}`;
      await orUnusable(folder, writeFile(unfinished, text, { mode: 0o600 }));
      await orUnusable(folder, rename(unfinished, path));
      return path;
    },
    remove: (name) => orUnusable(folder, rm(join(folder, name), { force: true })),
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
