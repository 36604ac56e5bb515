import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './fileError';
import { createOwnFile, readOwnFile, removeOwnFile, writeOwnFile } from './ownFile';

/** A folder with small files of this user. It need not be there to be read. Rejects with the system's errors. */
export interface OwnFolder {
  pathOf(name: string): string;
  /** Every file and when it was changed, in milliseconds; nothing where the folder is missing. */
  list(): Promise<readonly { readonly name: string; readonly changed: number }[]>;
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  create(name: string, text: string): Promise<boolean>;
  remove(name: string, text: string): Promise<boolean>;
}

export function ownFolder(folder: string): OwnFolder {
  const pathOf = (name: string): string => join(folder, name);
  return {
    pathOf,
    async list() {
      const names = (await unlessGone(readdir(folder))) ?? [];
      return Promise.all(
        names.map(async (name) => ({ name, changed: (await unlessGone(lstat(pathOf(name))))?.mtimeMs ?? 0 })),
      );
    },
    read: (name) => readOwnFile(pathOf(name)),
    write: (name, text) => writeOwnFile(pathOf(name), text),
    create: (name, text) => createOwnFile(pathOf(name), text),
    remove: (name, text) => removeOwnFile(pathOf(name), text),
  };
}

/** `undefined` for what is gone: another process may take its file away at any moment. */
async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
