import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { access, link, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError, systemCode, unwritable } from './fileError';

/** A text, or the bytes of a file of any size, generated while they are written. */
type Content = string | AsyncIterable<Uint8Array>;

/** The mode of the file: `0o600` for its owner only. Default: that of the system. */
interface WritingOptions {
  readonly mode?: number;
}

/**
 * Writes a new file, whole or not at all: until all of it is on the disk it has another name. Throws {@link FileError}; a path that
 * exists, a link that points nowhere included, is never written to. What the content throws is passed on.
 */
export async function writeNew(path: string, content: Content, { mode }: WritingOptions = {}): Promise<void> {
  const place = async (unfinished: string): Promise<void> => {
    try {
      // Unlike renaming, this never replaces what another has put there
      await link(unfinished, path);
    } catch (error) {
      if (!WITHOUT_LINKS.has(systemCode(error) ?? '')) throw error;
      await (await open(path, 'wx')).close();
      await rename(unfinished, path);
    }
  };
  await whole({ path, folder: dirname(path), content, place, ...(mode !== undefined && { mode }) });
}

/** Error codes of file systems without hard links. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'UNKNOWN']);

/**
 * Replaces a file's text atomically: readers see the old one or the new one. A link stays a link, and the file keeps
 * its mode, unless another is wanted, and, as far as the system lets us, its owner. Throws {@link FileError}; a file
 * that may not be written is left alone.
 */
export async function replaceWhole(
  path: string,
  content: Content,
  { mode: wanted }: WritingOptions = {},
): Promise<void> {
  const target = await attempt(path, () => realpath(path));
  const { mode, uid, gid } = await attempt(path, async () => {
    await access(target, constants.W_OK);
    return stat(target);
  });
  await whole({
    path,
    folder: dirname(target),
    content,
    place: (unfinished) => rename(unfinished, target),
    prepare: async (file) => {
      // Only the superuser may give files away
      await file.chown(uid, gid).catch(() => undefined);
      await file.chmod(wanted ?? mode & 0o7777);
    },
  });
}

interface Whole {
  readonly path: string;
  readonly folder: string;
  readonly content: Content;
  readonly mode?: number;
  readonly place: (unfinished: string) => Promise<void>;
  readonly prepare?: (file: FileHandle) => Promise<void>;
}

/**
 * Writes content to a temporary name in `folder`, flushes it to the disk, and passes the name on to be moved into
 * place.
 */
async function whole({ path, folder, content, mode, place, prepare }: Whole): Promise<void> {
  // Of fixed length, so that a name of any length can be written
  const unfinished = join(folder, `.${randomBytes(6).toString('hex')}.unfinished`);
  const source = new NotedSource();
  try {
    if (/(?:^|[\\/])$/.test(path))
      throw new FileError('unwritable', `"${path}" cannot be written: it names no file. Add the name of the file.`);
    const file = await open(unfinished, 'wx', mode);
    try {
      await prepare?.(file);
      await writeFile(file, typeof content === 'string' ? content : source.of(content), 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await place(unfinished);
  } catch (error) {
    throw error instanceof FileError || source.hasThrown(error) ? error : unwritable(path, error);
  } finally {
    // The file itself is complete or unchanged: a leftover temporary file is not an error of writing
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Distinguishes errors of the content from errors of writing. */
class NotedSource {
  #thrown: { readonly error: unknown } | undefined;

  async *of(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const block of bytes) yield block;
    } catch (error) {
      this.#thrown = { error };
      throw error;
    }
  }

  hasThrown(error: unknown): boolean {
    return this.#thrown !== undefined && this.#thrown.error === error;
  }
}

async function attempt<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw unwritable(path, error);
  }
}
