import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../makeFolder';
import type { LockTaken, ProcessLock } from './lockTaken';
import { holderByFiles, takeByFiles } from './lockFiles';
import { announce, ask, close, listen } from './lockSocket';

/**
 * A lock is a bound local socket. Linux and Windows need no file for it (`abstract`, `pipe`), so nothing stale is left
 * behind; elsewhere it is a file, and connecting shows whether its process is alive.
 */
export type LockWay = 'abstract' | 'pipe' | 'files';

export interface LockName {
  /** What is locked: any text. */
  readonly name: string;
  /** The folder of sockets that are files. */
  readonly folder: string;
  /** Default: the way of this system. */
  readonly way?: LockWay;
}

/** Maximum bytes of a socket's path on every system: macOS has 104, including the terminator. */
const MAX_PATH = 100;
/** Bytes of `sun_path` on Linux. */
const ABSTRACT_LENGTH = 108;
/** `/`, a key, a dot and twelve digits. */
const NAME_LENGTH = 46;

/**
 * Takes a lock, or returns its holder's description. Rejects with the system's errors.
 * @param words the description of this process for others
 */
export async function takeLock(lock: LockName, words: string): Promise<ProcessLock | LockTaken> {
  const { key, way } = keyOf(lock);
  if (way === 'files') return takeByFiles(await socketFolder(lock.folder), key, words);
  for (;;) {
    const server = announce(() => ({ isHolding: true, words }));
    if (await listen(server, addressOf(key, way))) return { release: () => close(server) };
    const holder = await ask(addressOf(key, way));
    if (holder !== undefined) return { words: holder.words };
    // It has ended meanwhile
  }
}

/** The holder of a lock; `undefined`: nobody. */
export async function holderOf(lock: LockName): Promise<LockTaken | undefined> {
  const { key, way } = keyOf(lock);
  if (way === 'files') return holderByFiles(await socketFolder(lock.folder), key);
  return ask(addressOf(key, way));
}

function keyOf({ name, way = wayOf(process.platform) }: LockName): { readonly key: string; readonly way: LockWay } {
  // By number if there is one: in a container a user may have no name
  const user = process.getuid?.() ?? userInfo().username;
  return { key: createHash('sha256').update(`${user}\n${name}`).digest('hex').slice(0, 32), way };
}

function wayOf(platform: NodeJS.Platform): LockWay {
  if (platform === 'linux') return 'abstract';
  return platform === 'win32' ? 'pipe' : 'files';
}

/**
 * An abstract name has the length of its field: Node 20 (libuv 1.46) fills it up with zeros, and Node 24 (libuv 1.52) does not. To the system
 * these are two names, and VS Code and the command line would not see each other's locks.
 */
function addressOf(key: string, way: 'abstract' | 'pipe'): string {
  return way === 'abstract'
    ? `\0entra-inbound-${key}`.padEnd(ABSTRACT_LENGTH, '\0')
    : `\\\\.\\pipe\\entra-inbound-${key}`;
}

/** The folder itself, or, if its path is too long for a socket, one of this user's that every process finds. */
async function socketFolder(folder: string): Promise<string> {
  const isShort = Buffer.byteLength(folder) + NAME_LENGTH <= MAX_PATH;
  const used = isShort ? folder : join('/tmp', `entra-inbound-${process.getuid?.() ?? 0}`);
  await makeFolder(used, 0o700);
  const { uid } = await lstat(used);
  // Another owner could remove our names
  if (process.getuid !== undefined && uid !== process.getuid())
    throw Object.assign(new Error(`${used} belongs to another user`), { code: 'EACCES' });
  return used;
}
