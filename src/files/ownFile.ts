import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { link, open, rename, rm } from 'node:fs/promises';
import { systemCode } from './fileError';

/** Maximum bytes of a file of ours. */
const LIMIT = 64 * 1024;
/** Flags against following links and waiting for pipes. Windows has neither. */
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants as Partial<typeof constants>;
const FLAGS = (O_RDONLY ?? 0) | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

/**
 * The text of a small file that this user wrote; `undefined` if the file is missing or anything else: a link, a folder,
 * a pipe, another user's file.
 */
export async function readOwnFile(path: string): Promise<string | undefined> {
  const file = await openOwn(path);
  if (file === undefined) return undefined;
  try {
    const stats = await file.stat();
    const isOurs = process.getuid === undefined || stats.uid === process.getuid();
    if (!stats.isFile() || !isOurs || stats.size > LIMIT) return undefined;
    const { bytesRead, buffer } = await file.read(Buffer.alloc(LIMIT), 0, LIMIT, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Removes a file if this user wrote it and it has this text; returns whether it did. A file with which another process
 * replaces it at that moment is kept.
 */
export async function removeOwnFile(path: string, text: string): Promise<boolean> {
  if ((await readOwnFile(path)) !== text) return false;
  // Moved aside first, so that the file that is checked cannot be replaced
  const aside = `${path}.${randomBytes(6).toString('hex')}.removed`;
  // The file is gone, or must not be removed by this user
  if ((await failureOf(rename(path, aside))) !== undefined) return false;
  const isSame = (await readOwnFile(aside)) === text;
  if (!isSame) await putBack(aside, path);
  await rm(aside, { force: true });
  return isSame;
}

/**
 * Moves a file back unless a newer one has its name. Falls back to renaming, because not every file system has links.
 */
async function putBack(aside: string, path: string): Promise<void> {
  const failure = await failureOf(link(aside, path));
  if (failure !== undefined && failure !== 'EEXIST') await rename(aside, path);
}

/** Writes a file atomically; only this user can read it. Replaces a link instead of following it. */
export async function writeOwnFile(path: string, text: string): Promise<void> {
  await written(path, text, async (unfinished) => {
    await rename(unfinished, path);
  });
}

/**
 * Writes a new file atomically; only this user can read it. Returns whether its name was free: of several concurrent
 * processes, only one gets `true`.
 */
export async function createOwnFile(path: string, text: string): Promise<boolean> {
  return written(path, text, async (unfinished) => {
    const failure = await failureOf(link(unfinished, path));
    if (failure === undefined || failure === 'EEXIST') return failure === undefined;
    // Not every file system has links
    const claim = await failureOf(open(path, 'wx', 0o600).then((file) => file.close()));
    if (claim === 'EEXIST') return false;
    await rename(unfinished, path);
    return true;
  });
}

/** Writes a text under a temporary name, then calls `place` to move it. */
async function written<T>(path: string, text: string, place: (unfinished: string) => Promise<T>): Promise<T> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(text, 'utf8');
    } finally {
      await file.close();
    }
    return await place(unfinished);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function openOwn(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, FLAGS);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    // It is not a readable file of this user
    return undefined;
  }
}

/** The system code of a failure; `undefined` for success. */
async function failureOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return code;
  }
}
