import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { extractProblems } from '../../core/csv/extractProblemKinds';
import { ExtractFileError } from '../extractFileError';

const blockLength = 256 * 1024;

/**
 * The bytes of a regular file, a block at a time; each block is an array of its own. The file is opened when the first
 * block is asked for, and closed when the last one is taken or the reading is given up.
 *
 * Throws {@link ExtractFileError}: `file.unreadable` when there is no such file, when it is a folder, a device or a pipe
 * (opening a pipe could wait for ever), or when it may not be read; `file.changed` when its size or time of change at
 * the end is not that of the beginning, because then half of it may be of another export.
 */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await openFile(path);
  try {
    const before = await file.stat();
    for (;;) {
      const block = new Uint8Array(blockLength);
      const { bytesRead } = await attempt(path, () => file.read(block, 0, blockLength));
      if (bytesRead === 0) break;
      yield block.subarray(0, bytesRead);
    }
    if (hasChanged(before, await file.stat())) {
      throw new ExtractFileError(
        extractProblems.changedFile,
        `${path} was changed while it was read. Read it again once the export has finished.`,
      );
    }
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
      const next = await attempt('Standard input', () => chunks.next());
      if (next.done === true) return;
      yield typeof next.value === 'string' ? new TextEncoder().encode(next.value) : next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

async function openFile(path: string): Promise<FileHandle> {
  const found = await attempt(path, () => stat(path));
  if (!found.isFile()) {
    const kind = found.isDirectory() ? 'a folder' : 'a device or a pipe';
    throw new ExtractFileError(
      extractProblems.unreadableFile,
      `${path} is ${kind}, not a file. Choose the CSV file itself.`,
    );
  }
  return attempt(path, () => open(path, 'r'));
}

async function attempt<T>(place: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new ExtractFileError(extractProblems.unreadableFile, `${place} cannot be read: ${reason(error)}`, {
      cause: error,
    });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path, and whether a link points nowhere.',
  ENOTDIR: 'a part of the path is not a folder. Check the path.',
  EACCES: 'permission is denied. Ask for the right to read it.',
  EPERM: 'permission is denied. Ask for the right to read it.',
  EBUSY: 'another program holds it. Close it there and try again.',
  ELOOP: 'its links lead back to themselves. Choose the file that is meant.',
  EMFILE: 'too many files are open. Close some and try again.',
};

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
  return reasons[code] ?? `the system says "${code}". Copy it to a local folder and try again.`;
}

function hasChanged(before: Stats, after: Stats): boolean {
  return before.size !== after.size || before.mtimeMs !== after.mtimeMs;
}
