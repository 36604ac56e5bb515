import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './fileError';
import { createOwnFile, readOwnFile, removeOwnFile, writeOwnFile } from './ownFile';

/** A folder of small files of this user. It need not exist for reading. Rejects with system errors. */
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

/** `undefined` if the file does not exist, because another process may remove it at any moment. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
