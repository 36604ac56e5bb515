import type { Clock } from '../../tenant/clock';
import { systemClock } from '../../tenant/clock';
import type { StateFolder } from '../announcedSandboxes';
import { parseConnectionFile } from '../connectionFile';
import { foldName, isSameName } from './sameName';
import { takeTurn } from './takeTurn';
import type { TenantConnectionFile } from '../tenantFile';
import { writeTenantFile } from '../tenantFile';

/** A file among the user's connections that cannot be used, and why. */
export interface UnreadableConnection {
  readonly path: string;
  readonly refusal: string;
}

/** One of the user's connections. */
export interface UserConnection {
  /** Does not change when the connection is renamed. */
  readonly id: string;
  readonly file: TenantConnectionFile;
}

interface StoredConnection extends UserConnection {
  readonly text: string;
}

/** The result of a change. `changed`: the connection was changed by another process meanwhile. */
export type ReplaceOutcome = 'replaced' | 'changed' | 'gone' | 'name-taken';

const FILE_ENDING = '.connection.json';

/** How files are named, and the clock for waiting for other processes. */
export interface UserConnectionsOptions {
  /**
   * Creates the unique part of a new file's name, so that data stored under a connection's id is never mistaken for
   * another's.
   */
  readonly newSuffix?: () => string;
  readonly clock?: Clock;
}

/**
 * The user's connections: one file each, in a folder. Names are unique, ignoring case, even if several processes change
 * them concurrently.
 */
export class UserConnections {
  readonly #folder: StateFolder;
  readonly #newSuffix: () => string;
  readonly #clock: Clock;

  constructor(folder: StateFolder, { newSuffix = () => '', clock = systemClock }: UserConnectionsOptions = {}) {
    this.#folder = folder;
    this.#newSuffix = newSuffix;
    this.#clock = clock;
  }

  /** All connections by name, and the files that cannot be used. */
  async list(): Promise<{
    readonly connections: readonly TenantConnectionFile[];
    readonly unreadable: readonly UnreadableConnection[];
  }> {
    const { connections, unreadable } = await this.all();
    return { connections: connections.map(({ file }) => file), unreadable };
  }

  /** Like `list`, with the id of each connection. */
  async all(): Promise<{
    readonly connections: readonly UserConnection[];
    readonly unreadable: readonly UnreadableConnection[];
  }> {
    const files = await this.#read();
    const connections = files.filter((each) => 'file' in each).map(({ id, file }) => ({ id, file }));
    return {
      connections: connections.sort((one, other) => (foldName(one.file.name) < foldName(other.file.name) ? -1 : 1)),
      unreadable: files.filter((each) => 'refusal' in each),
    };
  }

  pathOf(id: string): string {
    return this.#folder.pathOf(fileNameOf(id));
  }

  async get(name: string): Promise<TenantConnectionFile | undefined> {
    return (await this.#find(name))?.file;
  }

  /** Stores a new connection; returns whether its name was free. */
  async add(file: TenantConnectionFile): Promise<boolean> {
    return this.#inTurn(async () => {
      if ((await this.#find(file.name)) !== undefined) return false;
      await this.#create(file);
      return true;
    });
  }

  /** Replaces a connection if it still equals `before`; the name may change. */
  async replace(id: string, before: TenantConnectionFile, after: TenantConnectionFile): Promise<ReplaceOutcome> {
    return this.#inTurn(async () => {
      const files = (await this.#read()).filter((each) => 'file' in each);
      const stored = files.find((each) => each.id === id);
      if (stored === undefined) return 'gone';
      if (writeTenantFile(stored.file) !== writeTenantFile(before)) return 'changed';
      if (files.some((each) => each.id !== id && isSameName(each.file.name, after.name))) return 'name-taken';
      await this.#folder.write(fileNameOf(id), writeTenantFile(after));
      return 'replaced';
    });
  }

  /** Removes a connection; returns whether it existed. */
  async remove(name: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const stored = await this.#find(name);
      return stored !== undefined && this.#folder.remove(fileNameOf(stored.id), stored.text);
    });
  }

  /** The name of a file can only be in use if the file is unreadable, or if a process without a turn has created it. */
  async #create(file: TenantConnectionFile): Promise<void> {
    const suffix = this.#newSuffix();
    for (let number = 1; ; number++)
      if (await this.#folder.create(fileNameOf(idOf(file.name, suffix, number)), writeTenantFile(file))) return;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return takeTurn(this.#folder, this.#clock, work);
  }

  async #find(name: string): Promise<StoredConnection | undefined> {
    const files = await this.#read();
    return files.filter((each) => 'file' in each).find(({ file }) => isSameName(file.name, name));
  }

  async #read(): Promise<readonly (StoredConnection | UnreadableConnection)[]> {
    const names = (await this.#folder.list()).map((each) => each.name).filter((name) => name.endsWith(FILE_ENDING));
    const files = await Promise.all(names.sort().map((fileName) => this.#readOne(fileName)));
    return files.filter((file) => file !== undefined);
  }

  async #readOne(fileName: string): Promise<StoredConnection | UnreadableConnection | undefined> {
    const text = await this.#folder.read(fileName);
    // The file was removed meanwhile, or another user wrote it
    if (text === undefined) return undefined;
    const file = parseConnectionFile(text);
    const path = this.#folder.pathOf(fileName);
    if ('refusal' in file) return { path, refusal: file.refusal };
    if (file.kind !== 'tenant') return { path, refusal: 'Its "kind" must be "tenant".' };
    return { id: fileName.slice(0, -FILE_ENDING.length), text, file };
  }
}

function fileNameOf(id: string): string {
  return `${id}${FILE_ENDING}`;
}

/** An id from the ASCII letters and digits of a connection's name, with a number if another file already has it. */
function idOf(name: string, suffix: string, number: number): string {
  const plain = foldName(name).replace(/[^a-z0-9]+/g, '-');
  const stem = plain.slice(0, 60).replace(/^-+|-+$/g, '');
  return ['tenant', stem, number === 1 ? '' : `${number}`, suffix].filter((part) => part !== '').join('-');
}
