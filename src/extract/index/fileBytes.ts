import { extractProblems } from '../../core/csv/extractProblemKinds';
import { FileError, unreadable } from '../../files/fileError';
import { RegularFile } from '../../files/regularFile';
import { ExtractFileError } from '../extractFileError';

/**
 * The bytes of a regular file in blocks; each block is its own array. The file is opened with the first request for a block, and closed
 * after the last one or when the reader stops.
 *
 * Throws {@link ExtractFileError}: `file.unreadable` when the file does not exist, is a folder, a device or a pipe, or may not be read;
 * `file.changed` when its size or time of change differs at the end, because then a part of it may be from another export.
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

/** An error of the system about a source, as a problem of an extract. */
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
