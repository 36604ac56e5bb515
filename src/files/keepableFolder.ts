import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unwritableFolder } from './fileError';
import { makeFolder } from './makeFolder';

/** Large enough to detect a full disk: some file systems store small files together with their names. */
const PROBE = new Uint8Array(64 * 1024);

/**
 * Ensures that a folder is writable: creates it if necessary, writes a file and removes it. Must be called before work
 * whose result would otherwise be lost. Throws `FileError`.
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
