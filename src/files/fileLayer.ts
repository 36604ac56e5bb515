import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, realpath, rename, rm, truncate } from 'node:fs/promises';
import { systemCode } from './fileError';
import { makeFolder } from './makeFolder';

/** What keeping something asks of a file system. Every call may fail, at any time. */
export interface FileLayer {
  /** Makes a folder for this user alone, and those above it, where they are missing. */
  makeFolder(path: string): Promise<void>;
  /** Makes a folder for this user alone in one that there is; gives whether its name was free. */
  makeNewFolder(path: string): Promise<boolean>;
  /** The one path that a folder has however it is named. */
  realPath(path: string): Promise<string>;
  /** The names of what is in a folder. */
  list(path: string): Promise<readonly string[]>;
  /** `undefined` where there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Makes a file for this user's eyes only, or empties it. */
  create(path: string): Promise<WrittenFile>;
  /** Opens a file for this user's eyes only to write at its end, and makes it where it is missing. */
  append(path: string): Promise<AppendedFile>;
  /** Makes a file that was written elsewhere one for this user's eyes only, and brings it down to the disk. */
  adopt(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Brings the names in a folder down to the disk. */
  syncFolder(path: string): Promise<void>;
  /** Nothing to do where there is no such file. */
  remove(path: string): Promise<void>;
  /** The same of a folder, with all that is in it. */
  removeFolder(path: string): Promise<void>;
}

/** A file that is written from its beginning on. */
export interface WrittenFile {
  write(content: string | Uint8Array): Promise<void>;
  /** Brings what was written down to the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A file that is written at its end. */
export interface AppendedFile extends WrittenFile {
  /** In bytes; `undefined` once the file was deleted, which lets one write to it all the same. */
  size(): Promise<number | undefined>;
  /** Takes away what comes after so many bytes. */
  truncate(size: number): Promise<void>;
}

/** The machine's own file system. */
export const systemFiles: FileLayer = {
  makeFolder: (path) => makeFolder(path, 0o700),
  async makeNewFolder(path) {
    try {
      await mkdir(path, 0o700);
      return true;
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false;
      throw error;
    }
  },
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
    return written(file);
  },
  async append(path) {
    const file = await open(path, 'a', 0o600);
    return {
      ...written(file),
      async size() {
        const { nlink, size } = await file.stat();
        return nlink === 0 ? undefined : size;
      },
      // By its path: what is opened to append to may not be shortened on Windows
      truncate: (size) => truncate(path, size),
    };
  },
  async adopt(path) {
    // Windows brings down only what may be written
    const file = await open(path, 'r+');
    try {
      await file.chmod(0o600);
      await file.sync();
    } finally {
      await file.close();
    }
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
  removeFolder: (path) => rm(path, { force: true, recursive: true }),
};

function written(file: FileHandle): WrittenFile {
  return { write: (content) => file.appendFile(content), sync: () => file.datasync(), close: () => file.close() };
}

/** The names of what is in a folder that may be missing. */
export async function namesOf(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
