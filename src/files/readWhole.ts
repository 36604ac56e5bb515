import { FileError } from './fileError';
import { changed, RegularFile } from './regularFile';

const MIB = 1024 * 1024;

/** What a file that states no size may hold: such files are made by the system while they are read, and some never end. */
const UNSIZED = 10 * MIB;

/**
 * All bytes of a regular file of at most `limit` bytes. Throws {@link FileError} for anything else, for a larger file, and for one
 * that changes meanwhile; nothing is read of a file whose size is over the limit, and never more than the limit.
 */
export async function readWhole(path: string, limit: number): Promise<Uint8Array> {
  const file = await RegularFile.open(path);
  try {
    const most = file.size === 0 ? Math.min(limit, UNSIZED) : limit;
    if (file.size > most) throw tooLarge(path, most, file.size);
    const blocks: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const block = await file.read();
      if (block.length === 0) break;
      length += block.length;
      if (file.size > 0 && length > file.size) throw changed(path);
      if (length > most) throw tooLarge(path, most, undefined);
      blocks.push(block);
    }
    await file.assertUnchanged();
    return Buffer.concat(blocks, length);
  } finally {
    await file.close();
  }
}

/** The first bytes of a regular file, at most `length` of them, whatever its size. Throws {@link FileError}. */
export async function readBeginning(path: string, length: number): Promise<Uint8Array> {
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
