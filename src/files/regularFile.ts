import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { FileError, unreadable } from './fileError';

/** Bytes per read. */
const BLOCK = 256 * 1024;

/**
 * Flags so that opening does not wait, as for a pipe without a writer, and does not acquire a terminal. Windows has
 * neither.
 */
const { O_RDONLY, O_NONBLOCK, O_NOCTTY } = constants as Partial<typeof constants>;
const FLAGS = (O_RDONLY ?? 0) | (O_NONBLOCK ?? 0) | (O_NOCTTY ?? 0);

/**
 * A regular file, open for reading. Its kind is checked after opening, because a path can be replaced between a check
 * and opening.
 */
export class RegularFile {
  readonly path: string;
  readonly #handle: FileHandle;
  readonly #before: Stats;

  private constructor(path: string, handle: FileHandle, before: Stats) {
    this.path = path;
    this.#handle = handle;
    this.#before = before;
  }

  /** Throws {@link FileError} if the path is missing or unreadable, or is a folder, a device, a pipe or a socket. */
  static async open(path: string): Promise<RegularFile> {
    const handle = await attempt(path, () => open(path, FLAGS));
    try {
      const before = await attempt(path, () => handle.stat());
      refuseOthers(path, before);
      return new RegularFile(path, handle, before);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Size in bytes when the file was opened; 0 for files that the system generates while they are read. */
  get size(): number {
    return this.#before.size;
  }

  /** Modification time in milliseconds. */
  get modified(): number {
    return this.#before.mtimeMs;
  }

  /** The next bytes as a new array, at most `most`; empty at the end. */
  async read(most = BLOCK): Promise<Uint8Array> {
    const block = new Uint8Array(Math.min(most, BLOCK));
    const { bytesRead } = await attempt(this.path, () => this.#handle.read(block, 0, block.length));
    return block.subarray(0, bytesRead);
  }

  /** Fills `block` with bytes from a position, up to the end of the file. Returns their number. */
  async readAt(start: number, block: Uint8Array): Promise<number> {
    let filled = 0;
    while (filled < block.length) {
      const at = filled;
      const { bytesRead } = await attempt(this.path, () => this.#handle.read(block, at, block.length - at, start + at));
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  }

  /**
   * Throws {@link FileError} if size or modification time have changed since opening, because the content read may be
   * mixed.
   */
  async assertUnchanged(): Promise<void> {
    const { size, mtimeMs } = await attempt(this.path, () => this.#handle.stat());
    if (size !== this.#before.size || mtimeMs !== this.#before.mtimeMs) throw changed(this.path);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

/** The error for a file that was written while it was read. */
export function changed(path: string): FileError {
  return new FileError(
    'changed',
    `${path} was changed while it was read. Read it again once the other program has finished writing.`,
  );
}

function refuseOthers(path: string, stats: Stats): void {
  if (stats.isFile()) return;
  throw new FileError('unreadable', `${path} cannot be read: ${whatInstead(stats)}`);
}

function whatInstead(stats: Stats): string {
  if (stats.isDirectory()) return 'it is a folder, not a file. Name the file itself.';
  if (stats.isFIFO()) return "it is a pipe, not a file. Save its output to a file and pass that file's path.";
  return 'it is a device or a socket, not a file. Name a file.';
}

async function attempt<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw unreadable(path, error);
  }
}
