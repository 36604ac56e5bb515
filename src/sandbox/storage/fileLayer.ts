import type { FileHandle } from 'node:fs/promises';
import { open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { systemCode } from '../../files/fileError';
import { makeFolder } from '../../files/makeFolder';

/** What keeping a tenant asks of a file system. Every call may fail, at any time. */
export interface FileLayer {
  /** Makes a folder for this user alone, and those above it, where they are missing. */
  makeFolder(path: string): Promise<void>;
  /** The one path that a folder has however it is named. */
  realPath(path: string): Promise<string>;
  /** The names of what is in a folder. */
  list(path: string): Promise<readonly string[]>;
  /** `undefined` where there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Makes a file for this user's eyes only, or empties it. */
  create(path: string): Promise<WrittenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Brings the names in a folder down to the disk. */
  syncFolder(path: string): Promise<void>;
  /** Nothing to do where there is no such file. */
  remove(path: string): Promise<void>;
}

/** A file that is written from its beginning on. */
export interface WrittenFile {
  write(text: string): Promise<void>;
  /** Brings what was written down to the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The machine's own file system. */
export const systemFiles: FileLayer = {
  makeFolder: (path) => makeFolder(path, 0o700),
  realPath: (path) => realpath(path),
  list: (path) => readdir(path),
  async read(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  async create(path) {
    const file = await open(path, 'w', 0o600);
    return { write: (text) => file.appendFile(text), sync: () => file.sync(), close: () => file.close() };
  },
  rename: (from, to) => rename(from, to),
  async syncFolder(path) {
    // Windows opens no folders, and keeps names by itself
    if (process.platform === 'win32') return;
    const folder: FileHandle = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
  remove: (path) => rm(path, { force: true }),
};
