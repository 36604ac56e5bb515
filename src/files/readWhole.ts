import { FileError } from './fileError';
import { PIPED, pipedBlocks } from './openPipe';
import { changed, RegularFile } from './regularFile';

const MIB = 1024 * 1024;

/** Maximum bytes of a file without a size. The system generates such files while they are read, and some never end. */
const UNSIZED = 10 * MIB;

/**
 * The bytes of a regular file of at most `limit` bytes, in blocks, or of a pipe that this process has open. Throws
 * {@link FileError} for anything else, for a larger file, which is not read at all, and for a file that changes
 * meanwhile.
 */
export async function* readBlocks(path: string, limit: number): AsyncGenerator<Uint8Array, void, undefined> {
  const piped = await pipedBlocks(path).catch((error: unknown) => {
    throw error instanceof FileError && (error.size ?? 0) > PIPED && limit < PIPED
      ? tooLarge(path, limit, undefined)
      : error;
  });
  if (piped === undefined) yield* fileBlocks(path, limit);
  else if (lengthOf(piped) > limit) throw tooLarge(path, limit, undefined);
  else yield* piped;
}

/** All blocks of {@link readBlocks}. */
export async function readWhole(path: string, limit: number): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  for await (const block of readBlocks(path, limit)) blocks.push(block);
  return Buffer.concat(blocks);
}

async function* fileBlocks(path: string, limit: number): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await RegularFile.open(path);
  try {
    const most = file.size === 0 ? Math.min(limit, UNSIZED) : limit;
    if (file.size > most) throw tooLarge(path, most, file.size);
    let length = 0;
    for (;;) {
      const block = await file.read();
      if (block.length === 0) break;
      length += block.length;
      if (file.size > 0 && length > file.size) throw changed(path);
      if (length > most) throw tooLarge(path, most, undefined);
      yield block;
    }
    await file.assertUnchanged();
  } finally {
    await file.close();
  }
}

function lengthOf(blocks: readonly Uint8Array[]): number {
  return blocks.reduce((sum, { length }) => sum + length, 0);
}

/** The first `length` bytes, or fewer, of a regular file or an open pipe of any size. Throws {@link FileError}. */
export async function readBeginning(path: string, length: number): Promise<Uint8Array> {
  const piped = await pipedBlocks(path);
  if (piped !== undefined) return Buffer.concat(piped).subarray(0, length);
  const file = await RegularFile.open(path);
  try {
    return await file.read(length);
  } finally {
    await file.close();
  }
}

function tooLarge(path: string, limit: number, size: number | undefined): FileError {
  const has =
    size === undefined ? `more than ${inMiB(limit)}` : `${inMiB(size)}, more than the limit of ${inMiB(limit)}`;
  return new FileError('too-large', `${path} cannot be read: it has ${has}. Check that it is the right file.`, {
    size: size ?? limit + 1,
  });
}

function inMiB(bytes: number): string {
  return `${(bytes / MIB).toLocaleString('en-US', { maximumFractionDigits: bytes < 10 * MIB ? 1 : 0 })} MiB`;
}
