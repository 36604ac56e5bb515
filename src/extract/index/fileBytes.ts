import { extractProblems } from '../../core/csv/extractProblemKinds';
import { FileError, unreadable } from '../../files/fileError';
import { RegularFile } from '../../files/regularFile';
import { ExtractFileError } from '../extractFileError';

/**
 * The bytes of a regular file, a block at a time; each block is an array of its own. The file is opened when the first
 * block is asked for, and closed when the last one is taken or the reading is given up.
 *
 * Throws {@link ExtractFileError}: `file.unreadable` when there is no such file, when it is a folder, a device or a pipe, or when
 * it may not be read; `file.changed` when its size or time of change at the end is not that of the beginning, because then half of
 * it may be of another export.
 */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await ofExtract(path, () => RegularFile.open(path));
  try {
    for (;;) {
      const block = await ofExtract(path, () => file.read());
      if (block.length === 0) break;
      yield block;
    }
    await ofExtract(path, () => file.assertUnchanged());
  } finally {
    await file.close();
  }
}

/** The bytes of standard input, or of another stream. Throws {@link ExtractFileError} when it breaks off. */
export async function* stdinBytes(
  stream: AsyncIterable<string | Uint8Array> = process.stdin,
): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await ofExtract('Standard input', () => chunks.next());
      if (next.done === true) return;
      yield typeof next.value === 'string' ? new TextEncoder().encode(next.value) : next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

/** What the system says of a place, as a problem of an extract. */
export async function ofExtract<T>(place: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw asExtractError(error instanceof FileError ? error : unreadable(place, error));
  }
}

function asExtractError(error: FileError): ExtractFileError {
  const kind = error.trouble === 'changed' ? extractProblems.changedFile : extractProblems.unreadableFile;
  return new ExtractFileError(kind, error.message, { cause: error });
}
