import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, realpath, rename, rm, truncate } from 'node:fs/promises';
import { systemCode } from './fileError';
import { makeFolder } from './makeFolder';

/** The file system operations for storing state. Any of them may fail at any time. */
export interface FileLayer {
  /** Creates a folder and its missing parents; only this user can read it. */
  makeFolder(path: string): Promise<void>;
  /** Creates a folder in an existing one; only this user can read it. Returns whether its name was free. */
  makeNewFolder(path: string): Promise<boolean>;
  /** The real path of a folder. */
  realPath(path: string): Promise<string>;
  /** The names of the entries of a folder. */
  list(path: string): Promise<readonly string[]>;
  /** `undefined` if the file does not exist. */
  read(path: string): Promise<string | undefined>;
  /** Creates or truncates a file; only this user can read it. */
  create(path: string): Promise<WrittenFile>;
  /** Opens a file for appending, or creates it; only this user can read it. */
  append(path: string): Promise<AppendedFile>;
  /** Takes over a file that was written elsewhere: only this user can read it afterwards, and it is flushed to disk. */
  adopt(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Flushes a folder to disk. */
  syncFolder(path: string): Promise<void>;
  /** Does nothing if the file does not exist. */
  remove(path: string): Promise<void>;
  /** Removes a folder and its content. Does nothing if it does not exist. */
  removeFolder(path: string): Promise<void>;
}

/** A file written from its beginning. */
export interface WrittenFile {
  write(content: string | Uint8Array): Promise<void>;
  /** Flushes to disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** A file opened for appending. */
export interface AppendedFile extends WrittenFile {
  /** The size in bytes; `undefined` if the file was deleted, which does not prevent writing to it. */
  size(): Promise<number | undefined>;
  /** Truncates the file to this many bytes. */
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
      // By path, because Windows cannot truncate a file that is open for appending
      truncate: (size) => truncate(path, size),
    };
  },
  async adopt(path) {
    // Windows only flushes writable files
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
    // Windows cannot open folders, and flushes names by itself
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

/** The names of the entries of a folder; empty if it does not exist. */
export async function namesOf(files: FileLayer, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
