import { randomBytes } from 'node:crypto';
import { chmod, link, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileError, systemCode, unkept, unreadable } from '../files/fileError';
import type { FileLayer } from '../files/fileLayer';
import { writeDown } from '../files/writeDown';

const KEY = /^[0-9a-f]{64}\n$/;
/** Permission bits of group and others. */
const OTHERS = 0o077;

/**
 * The key for all keyed hashes of a state folder, created at first use. Processes that create it concurrently all get
 * the same one. Rejects with `FileError`; a file that does not hold a key is not changed.
 */
export async function keyIn(path: string, files: FileLayer): Promise<Uint8Array> {
  const text = (await readKey(path, files)) ?? (await makeKey(path, files));
  if (!KEY.test(text))
    throw new FileError(
      'unreadable',
      `${path} cannot be read: it is damaged. Restore it, or remove it: after that, earlier runs can no longer be compared.`,
    );
  return Buffer.from(text.trimEnd(), 'hex');
}

async function readKey(path: string, files: FileLayer): Promise<string | undefined> {
  try {
    const text = await files.read(path);
    if (text === undefined || process.platform === 'win32') return text;
    // With the key, others could find out by guessing whose hashes these are
    if (((await stat(path)).mode & OTHERS) !== 0) await chmod(path, 0o600);
    return text;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function makeKey(path: string, files: FileLayer): Promise<string> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await files.makeFolder(dirname(path));
    await writeDown(files, unfinished, `${randomBytes(32).toString('hex')}\n`);
    await placeNew(unfinished, path, files);
    await files.syncFolder(dirname(path));
  } catch (error) {
    throw unkept('The key for comparing runs', dirname(path), error);
  } finally {
    await files.remove(unfinished).catch(() => undefined);
  }
  return (await readKey(path, files)) ?? '';
}

/** Does nothing if another process was first. Falls back if the file system has no hard links. */
async function placeNew(unfinished: string, path: string, files: FileLayer): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return;
    if (!WITHOUT_LINKS.has(systemCode(error) ?? '')) throw error;
    await files.rename(unfinished, path);
  }
}

/** Error codes of file systems without hard links. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN']);
