import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { FileError, unreadable } from './fileError';

/** Bytes per read. */
const BLOCK = 256 * 1024;

/**
 * Opening does not wait, as it would for a pipe without a writer, and does not acquire a terminal. Windows has neither
 * flag.
 */
const { O_RDONLY, O_NONBLOCK, O_NOCTTY } = constants as Partial<typeof constants>;
const FLAGS = (O_RDONLY ?? 0) | (O_NONBLOCK ?? 0) | (O_NOCTTY ?? 0);

/**
 * A regular file that is open for reading. The kind of file is checked after opening, never before: a path can be
 * replaced between two checks.
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

  /** Throws {@link FileError} for what is missing, is a folder, a device, a pipe or a socket, or may not be read. */
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

  /** In bytes when it was opened; files that the system generates while they are read have 0. */
  get size(): number {
    return this.#before.size;
  }

  /** Modification time in milliseconds. */
  get modified(): number {
    return this.#before.mtimeMs;
  }

  /** The next bytes, at most `most`, as a new array; an empty one at the end. */
  async read(most = BLOCK): Promise<Uint8Array> {
    const block = new Uint8Array(Math.min(most, BLOCK));
    const { bytesRead } = await attempt(this.path, () => this.#handle.read(block, 0, block.length));
    return block.subarray(0, bytesRead);
  }

  /** Fills `block` with bytes from a position, as far as the file has them. Returns their number. */
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
   * Throws {@link FileError} if the size or modification time have changed since the beginning: the content may be
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

/** The error for a file that is written while it is read. */
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
