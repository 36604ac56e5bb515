import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unwritableFolder } from './fileError';
import { makeFolder } from './makeFolder';

/** Enough for a full disk to be noticed: some file systems keep smaller files beside their names. */
const PROBE = new Uint8Array(64 * 1024);

/**
 * Makes sure that something can be kept in a folder: makes the folder if need be, writes a file, and takes it away again. What is only
 * found out when there is something to keep is found out too late. Throws `FileError`.
 */
export async function ensureKeepable(folder: string): Promise<void> {
  try {
    await makeFolder(folder, 0o700);
    await writeProbe(join(folder, `.probe-${randomBytes(6).toString('hex')}`));
  } catch (error) {
    throw unwritableFolder(folder, error);
  }
}

async function writeProbe(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(PROBE);
    await file.sync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}
