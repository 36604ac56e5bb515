import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../makeFolder';
import type { LockTaken, ProcessLock } from './lockTaken';
import { holderByFiles, takeByFiles } from './lockFiles';
import { announce, ask, close, listen } from './lockSocket';

/**
 * How locks work: a lock is a bound local socket. On Linux and Windows it is not a file (`abstract`, `pipe`), so
 * nothing stale can remain. Elsewhere it is a file, and connecting to it shows whether its process is alive.
 */
export type LockWay = 'abstract' | 'pipe' | 'files';

export interface LockName {
  /** Identifies what is locked; any text. */
  readonly name: string;
  /** The folder for sockets that are files. */
  readonly folder: string;
  /** Default: the way of this system. */
  readonly way?: LockWay;
}

/** Maximum bytes of a socket's path on every system: macOS permits 104, including the terminator. */
const MAX_PATH = 100;
/** Bytes of `sun_path` on Linux. */
const ABSTRACT_LENGTH = 108;
/** Bytes of `/`, a key, a dot and twelve digits. */
const NAME_LENGTH = 46;

/**
 * Takes a lock, or returns its holder's description. Rejects with system errors.
 *
 * @param words the description of this process, for others
 */
export async function takeLock(lock: LockName, words: string): Promise<ProcessLock | LockTaken> {
  const { key, way } = keyOf(lock);
  if (way === 'files') return takeByFiles(await socketFolder(lock.folder), key, words);
  for (;;) {
    const server = announce(() => ({ isHolding: true, words }));
    if (await listen(server, addressOf(key, way))) return { release: () => close(server) };
    const holder = await ask(addressOf(key, way));
    if (holder !== undefined) return { words: holder.words };
    // The holder has ended meanwhile
  }
}

/** The holder of a lock; `undefined` if it is free. */
export async function holderOf(lock: LockName): Promise<LockTaken | undefined> {
  const { key, way } = keyOf(lock);
  if (way === 'files') return holderByFiles(await socketFolder(lock.folder), key);
  return ask(addressOf(key, way));
}

function keyOf({ name, way = wayOf(process.platform) }: LockName): { readonly key: string; readonly way: LockWay } {
  // By number if possible, because a user may have no name in a container
  const user = process.getuid?.() ?? userInfo().username;
  return { key: createHash('sha256').update(`${user}\n${name}`).digest('hex').slice(0, 32), way };
}

function wayOf(platform: NodeJS.Platform): LockWay {
  if (platform === 'linux') return 'abstract';
  return platform === 'win32' ? 'pipe' : 'files';
}

/**
 * The address of a lock. An abstract name is padded to the length of its field: Node 20 (libuv 1.46) pads it with
 * zeros, and Node 24 (libuv 1.52) does not. The system treats these as two names, so VS Code and the command line would
 * not see each other's locks.
 */
function addressOf(key: string, way: 'abstract' | 'pipe'): string {
  return way === 'abstract'
    ? `\0entra-inbound-${key}`.padEnd(ABSTRACT_LENGTH, '\0')
    : `\\\\.\\pipe\\entra-inbound-${key}`;
}

/** The folder for sockets: the given one, or a folder of this user in `/tmp` if its path is too long for a socket. */
async function socketFolder(folder: string): Promise<string> {
  const isShort = Buffer.byteLength(folder) + NAME_LENGTH <= MAX_PATH;
  const used = isShort ? folder : join('/tmp', `entra-inbound-${process.getuid?.() ?? 0}`);
  await makeFolder(used, 0o700);
  const { uid } = await lstat(used);
  // The folder's owner could remove our names
  if (process.getuid !== undefined && uid !== process.getuid())
    throw Object.assign(new Error(`${used} belongs to another user`), { code: 'EACCES' });
  return used;
}
