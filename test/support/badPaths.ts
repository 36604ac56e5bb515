import { execFileSync } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A path that names no document: a kind of thing that is in the place of a file. */
export interface BadPath {
  readonly kind: string;
  /** Whether it is a file with the wrong contents: some of these are an extract. */
  readonly isContent: boolean;
  /** The path; its name ends with the extension where a name can be chosen. */
  readonly path: (extension: string) => string;
}

type Make = (at: string) => Promise<void>;

const link =
  (target: string): Make =>
  (at) =>
    symlink(target, at);

const content =
  (bytes: string | Uint8Array): Make =>
  (at) =>
    writeFile(at, bytes);

/** What is made at a path of the folder. */
const MADE: Readonly<Record<string, Make>> = {
  folder: async (at) => {
    await mkdir(at);
  },
  'link to a folder': link('/tmp'),
  'link that points nowhere': link('nowhere'),
  'link to itself': async (at) => symlink(at, at),
  pipe: (at) => {
    execFileSync('mkfifo', [at]);
    return Promise.resolve();
  },
  '/dev/zero': link('/dev/zero'),
  '/dev/null': link('/dev/null'),
  '/dev/full': link('/dev/full'),
  '/dev/tty': link('/dev/tty'),
  '/dev/random': link('/dev/random'),
  '/dev/urandom': link('/dev/urandom'),
  'memory of the process': link('/proc/self/mem'),
  'memory of another process': link('/proc/1/mem'),
  'file of the system that can only be written': link('/proc/self/clear_refs'),
  'descriptor that is not open': link('/dev/fd/99'),
  'directory of descriptors': link('/proc/self/fd'),
  'file that is too large': async (at) => {
    await writeFile(at, '');
    await truncate(at, 10 * 1024 ** 3);
  },
};

const CONTENTS: Readonly<Record<string, Make>> = {
  'no bytes': content(''),
  'zero bytes': content(new Uint8Array(100_000)),
  'invalid UTF-8': content(new Uint8Array([0x41, 0xff, 0xfe, 0x80, 0x41])),
  'UTF-16 with a mark': content(Buffer.from('\uFEFFtitle = "x"\n', 'utf16le')),
  'UTF-16 without a mark': content(Buffer.from('title = "x"\n', 'utf16le')),
  'an image': content(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
};

/** Paths below the folder at which nothing is made. */
const UNMADE: Readonly<Record<string, (folder: string, extension: string) => string>> = {
  missing: (folder, extension) => join(folder, `missing${extension}`),
  'no name': () => '',
  'name that is too long': (folder, extension) => join(folder, `${'n'.repeat(300)}${extension}`),
  'path that is too long': (folder, extension) => `${folder}/${'n/'.repeat(3000)}x${extension}`,
  'path through a file': (folder, extension) => join(folder, 'file', `x${extension}`),
  'file with a slash': (folder) => `${join(folder, 'file')}/`,
  'in a folder of the system': (_folder, extension) => `/proc/nope${extension}`,
  'name of a device of Windows': (folder, extension) => join(folder, `NUL${extension}`),
  'address of the web': (_folder, extension) => `https://contoso.com/x${extension}`,
};

/** Bad paths of all kinds, made in a folder of the tests. */
export class BadPaths {
  readonly all: readonly BadPath[];
  readonly #folder: string;
  readonly #servers: readonly Server[];
  readonly #growing: readonly FileHandle[];
  #isRemoved = false;
  #growth = Promise.resolve();

  private constructor(folder: string, extensions: readonly string[], servers: Server[], growing: FileHandle[]) {
    this.#folder = folder;
    this.#servers = servers;
    this.#growing = growing;
    const made = (kind: string, isContent: boolean): BadPath => ({
      kind,
      isContent,
      path: (extension) => madeAt(folder, kind, extension),
    });
    this.all = [
      ...Object.entries(UNMADE).map(([kind, path]) => ({
        kind,
        isContent: false,
        path: (extension: string) => path(folder, extension),
      })),
      ...[...Object.keys(MADE), 'socket'].map((kind) => made(kind, false)),
      ...[...Object.keys(CONTENTS), 'file that grows'].map((kind) => made(kind, true)),
    ];
    if (extensions.length > 0) this.#growth = this.#grow();
  }

  /** @param extensions those of the names that will be asked for */
  static async make(folder: string, extensions: readonly string[]): Promise<BadPaths> {
    await writeFile(join(folder, 'file'), 'x');
    const servers: Server[] = [];
    const growing: FileHandle[] = [];
    for (const extension of extensions) {
      for (const [kind, make] of Object.entries({ ...MADE, ...CONTENTS })) await make(madeAt(folder, kind, extension));
      servers.push(await listening(madeAt(folder, 'socket', extension)));
      growing.push(await open(madeAt(folder, 'file that grows', extension), 'a'));
    }
    return new BadPaths(folder, extensions, servers, growing);
  }

  async remove(): Promise<void> {
    this.#isRemoved = true;
    await this.#growth;
    for (const server of this.#servers) server.close();
    for (const file of this.#growing) await file.close();
    await rm(this.#folder, { recursive: true });
  }

  /** Appends to the growing files, often and little; they begin again before they fill a disk. */
  async #grow(): Promise<void> {
    for (let written = 0; !this.#isRemoved; written++) {
      for (const file of this.#growing) {
        if (written % 256 === 255) await file.truncate();
        await file.write('Grows,and,grows\n'.repeat(512));
      }
      await setTimeout(1);
    }
  }
}

function madeAt(folder: string, kind: string, extension: string): string {
  return join(folder, `${kind.replaceAll(/[^A-Za-z0-9]+/g, '-')}${extension}`);
}

async function listening(path: string): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return server;
}
