import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './fileError';
import { createOwnFile, readOwnFile, removeOwnFile, writeOwnFile } from './ownFile';

/** A folder with small files of this user. Reading works if it does not exist. Rejects with the system's errors. */
export function ownFolder(folder: string) {
  const pathOf = (name: string): string => join(folder, name);
  return {
    pathOf,
    /** Every file with its modification time in milliseconds; empty if the folder is missing. */
    async list(): Promise<readonly { readonly name: string; readonly changed: number }[]> {
      const names = (await unlessGone(readdir(folder))) ?? [];
      return Promise.all(
        names.map(async (name) => ({ name, changed: (await unlessGone(lstat(pathOf(name))))?.mtimeMs ?? 0 })),
      );
    },
    read: (name: string) => readOwnFile(pathOf(name)),
    write: (name: string, text: string) => writeOwnFile(pathOf(name), text),
    create: (name: string, text: string) => createOwnFile(pathOf(name), text),
    remove: (name: string, text: string) => removeOwnFile(pathOf(name), text),
  };
}

/** `undefined` for removed files: another process may remove its file at any moment. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
