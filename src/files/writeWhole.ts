import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { access, link, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileError, systemCode, unwritable } from './fileError';

/** A text, or bytes of any size that are generated while they are written. */
type Content = string | AsyncIterable<Uint8Array>;

/** `mode`: the mode of the file, such as `0o600` for only its owner. Default: the system's. */
interface WritingOptions {
  readonly mode?: number;
}

/**
 * Writes a new file atomically: it has a temporary name until all of it is on disk. Throws {@link FileError}; an
 * existing path, including a broken link, is never written to. Errors of the content are passed on.
 */
export async function writeNew(path: string, content: Content, { mode }: WritingOptions = {}): Promise<void> {
  const place = async (unfinished: string): Promise<void> => {
    try {
      // Unlike renaming, linking never replaces an existing file
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
 * Replaces a file's text atomically: readers see either the old or the new text. A link stays a link. The file keeps
 * its mode, unless one is given, and its owner if the system permits it. Throws {@link FileError}; a file without write
 * permission is not replaced.
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
      // Only the superuser may change a file's owner
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

/** Writes content under a temporary name in `folder`, flushes it to disk, then calls `place` to move it. */
async function whole({ path, folder, content, mode, place, prepare }: Whole): Promise<void> {
  // Of fixed length, so that it is valid for a target name of any length
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
    // A leftover temporary file is not a failure to write, because the file itself is complete or unchanged
    await rm(unfinished, { force: true }).catch(() => undefined);
  }
}

/** Tells errors of the content from errors of writing. */
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
