import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { access, link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError, systemCode, unwritable } from './fileError';

/**
 * Writes a new file, whole or not at all: until all of it is on the disk it has another name. Throws {@link FileError}; a path that
 * exists, a link that points nowhere included, is never written to.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  await whole(path, dirname(path), text, async (unfinished) => {
    try {
      // Unlike renaming, this never replaces what another has put there
      await link(unfinished, path);
    } catch (error) {
      if (!WITHOUT_LINKS.has(systemCode(error) ?? '')) throw error;
      await (await open(path, 'wx')).close();
      await rename(unfinished, path);
    }
  });
}

/** How file systems say that they have no hard links. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN']);

/**
 * Puts a text in the place of a file's, at once: readers see the old one or the new one. A link stays a link, and the file keeps
 * its mode and, as far as the system lets us, its owner. Throws {@link FileError}; a file that may not be written is left alone.
 */
export async function replaceWhole(path: string, text: string): Promise<void> {
  const target = await attempt(path, () => realpath(path));
  const { mode, uid, gid } = await attempt(path, async () => {
    await access(target, constants.W_OK);
    return stat(target);
  });
  await whole(
    path,
    dirname(target),
    text,
    (unfinished) => rename(unfinished, target),
    async (file) => {
      // Only the superuser may give files away
      await file.chown(uid, gid).catch(() => undefined);
      await file.chmod(mode & 0o7777);
    },
  );
}

/** Writes a text below a name of its own in `folder`, down to the disk, and hands the name on to be put in its place. */
async function whole(
  path: string,
  folder: string,
  text: string,
  place: (unfinished: string) => Promise<void>,
  prepare?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  // Of a length of its own, so that a name of any length can be written
  const unfinished = join(folder, `.${randomBytes(6).toString('hex')}.unfinished`);
  try {
    if (/(?:^|[\\/])$/.test(path))
      throw new FileError('unwritable', `"${path}" cannot be written: it names no file. Add the name of the file.`);
    const file = await open(unfinished, 'wx');
    try {
      await prepare?.(file);
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await place(unfinished);
  } catch (error) {
    throw error instanceof FileError ? error : unwritable(path, error);
  } finally {
    // The file itself is whole or as it was: what is left beside it is no failure of writing
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

async function attempt<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw unwritable(path, error);
  }
}
