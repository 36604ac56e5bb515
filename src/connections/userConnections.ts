import type { StateFolder } from './announcedSandboxes';
import { parseConnectionFile } from './connectionFile';
import type { TenantConnectionFile } from './tenantFile';
import { foldName, isSameName, writeTenantFile } from './tenantFile';

/** A file among the user's connections that cannot be used, and why. */
export interface UnreadableConnection {
  readonly path: string;
  readonly refusal: string;
}

interface StoredConnection {
  /** The name of its file. */
  readonly fileName: string;
  readonly text: string;
  readonly file: TenantConnectionFile;
}

const FILE_ENDING = '.connection.json';

/** The user's connections: one file each, in a folder of their own. Names are unique, ignoring case. */
export class UserConnections {
  readonly #folder: StateFolder;

  constructor(folder: StateFolder) {
    this.#folder = folder;
  }

  /** All connections by name, and the files that cannot be used. */
  async list(): Promise<{
    readonly connections: readonly TenantConnectionFile[];
    readonly unreadable: readonly UnreadableConnection[];
  }> {
    const files = await this.#read();
    const connections = files.filter((each) => 'file' in each).map(({ file }) => file);
    return {
      connections: connections.sort((one, other) => (foldName(one.name) < foldName(other.name) ? -1 : 1)),
      unreadable: files.filter((each) => 'refusal' in each),
    };
  }

  async get(name: string): Promise<TenantConnectionFile | undefined> {
    return (await this.#find(name))?.file;
  }

  /** Keeps a new connection; gives whether its name was free. */
  async add(file: TenantConnectionFile): Promise<boolean> {
    if ((await this.#find(file.name)) !== undefined) return false;
    const taken = new Set((await this.#folder.list()).map((each) => each.name));
    await this.#folder.write(freeFileName(file.name, taken), writeTenantFile(file));
    return true;
  }

  /** Forgets a connection; gives whether there was one. */
  async remove(name: string): Promise<boolean> {
    const stored = await this.#find(name);
    return stored !== undefined && this.#folder.remove(stored.fileName, stored.text);
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
    // Removed meanwhile, or not a file that this user wrote
    if (text === undefined) return undefined;
    const file = parseConnectionFile(text);
    const path = this.#folder.pathOf(fileName);
    if ('refusal' in file) return { path, refusal: file.refusal };
    if (file.kind !== 'tenant') return { path, refusal: 'Its "kind" must be "tenant".' };
    return { fileName, text, file };
  }
}

/** A file's name from the plain letters of a connection's name alone, and a number where another file has it. */
function freeFileName(name: string, taken: ReadonlySet<string>): string {
  const plain = foldName(name).replace(/[^a-z0-9]+/g, '-');
  const stem = plain.slice(0, 60).replace(/^-+|-+$/g, '');
  for (let number = 1; ; number++) {
    const candidate = `tenant-${[stem, number === 1 ? '' : number].filter((part) => part !== '').join('-')}`;
    const fileName = `${candidate.replace(/-$/, '')}${FILE_ENDING}`;
    if (!taken.has(fileName)) return fileName;
  }
}
