import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StateFolder } from '../connections/announcedSandboxes';

/** A folder of this machine for what outlives a call. */
export function stateFiles(folder: string): StateFolder {
  return {
    async list() {
      const names = (await unlessGone(readdir(folder))) ?? [];
      return Promise.all(
        names.map(async (name) => ({ name, changed: (await unlessGone(stat(join(folder, name))))?.mtimeMs ?? 0 })),
      );
    },
    read: (name) => unlessGone(readFile(join(folder, name), 'utf8')),
    async write(name, text) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, name);
      const unfinished = `${path}.${process.pid}`;
      await writeFile(unfinished, text, { mode: 0o600 });
      await rename(unfinished, path);
      return path;
    },
    remove: (name) => rm(join(folder, name), { force: true }),
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
