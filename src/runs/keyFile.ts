import { randomBytes } from 'node:crypto';
import { chmod, link, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileError, systemCode, unkept, unreadable } from '../files/fileError';
import type { FileLayer } from '../files/fileLayer';
import { writeDown } from '../files/writeDown';

const KEY = /^[0-9a-f]{64}\n$/;
/** Group and others. */
const OTHERS = 0o077;

/**
 * The key of all keyed hashes of a state folder, made at its first use. Of several processes that make it at the same time, all are
 * given the same. Rejects with `FileError`; a file that holds no key is left as it is.
 */
export async function keyIn(path: string, files: FileLayer): Promise<Uint8Array> {
  const text = (await readKey(path, files)) ?? (await makeKey(path, files));
  if (!KEY.test(text))
    throw new FileError(
      'unreadable',
      `${path} cannot be read: it is damaged. Restore it, or remove it: then nothing that is kept of earlier runs can be compared any more.`,
    );
  return Buffer.from(text.trimEnd(), 'hex');
}

async function readKey(path: string, files: FileLayer): Promise<string | undefined> {
  try {
    const text = await files.read(path);
    if (text === undefined || process.platform === 'win32') return text;
    // Whoever has the key can guess whom the hashes are of
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

/** Unless another process was first. Not every file system has links. */
async function placeNew(unfinished: string, path: string, files: FileLayer): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return;
    if (!WITHOUT_LINKS.has(systemCode(error) ?? '')) throw error;
    await files.rename(unfinished, path);
  }
}

/** How file systems say that they have no hard links. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN']);
