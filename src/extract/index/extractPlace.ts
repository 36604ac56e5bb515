import { open, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { extractProblems } from '../../core/csv/extractProblemKinds';
import { ExtractFileError } from '../extractFileError';
import { fileBytes } from './fileBytes';

/** Where the bytes of an extract are: in memory already, or in a file that is read a block at a time, however large it is. */
export type ExtractPlace = Uint8Array | { readonly path: string };

/** Bytes in memory that are handed on until others get their turn. */
const BLOCK = 256 * 1024;

/** All bytes of an extract, in blocks, with a pause after each in which other questions are heard. */
export async function* placeBytes(place: ExtractPlace): AsyncGenerator<Uint8Array, void, undefined> {
  if (!(place instanceof Uint8Array)) {
    yield* fileBytes(place.path);
    return;
  }
  for (let at = 0; at < place.length; at += BLOCK) {
    yield place.subarray(at, at + BLOCK);
    await setImmediate();
  }
}

/** As it was when reading began: whatever is read later has to be of the same file. */
export interface PlaceState {
  readonly size: number;
  readonly modified: number;
}

/** @throws {ExtractFileError} when there is no such file, or it may not be read */
export async function placeState(place: ExtractPlace): Promise<PlaceState> {
  if (place instanceof Uint8Array) return { size: place.length, modified: 0 };
  try {
    const { size, mtimeMs } = await stat(place.path);
    return { size, modified: mtimeMs };
  } catch (error) {
    throw new ExtractFileError(extractProblems.unreadableFile, `${place.path} cannot be read.`, { cause: error });
  }
}

/**
 * The bytes from `start` up to `end`.
 * @throws {ExtractFileError} when the file is not the one that was read before
 */
export async function placeRange(
  place: ExtractPlace,
  known: PlaceState,
  start: number,
  end: number,
): Promise<Uint8Array> {
  if (place instanceof Uint8Array) return place.subarray(start, end);
  const file = await open(place.path, 'r').catch((error: unknown) => {
    throw new ExtractFileError(extractProblems.unreadableFile, `${place.path} cannot be read.`, { cause: error });
  });
  try {
    const { size, mtimeMs } = await file.stat();
    const block = new Uint8Array(end - start);
    const bytesRead = await readFully(block, (at) => file.read(block, at, block.length - at, start + at));
    if (size !== known.size || mtimeMs !== known.modified || bytesRead < block.length)
      throw new ExtractFileError(
        extractProblems.changedFile,
        `${place.path} was changed after it was read. Open it again.`,
      );
    return block;
  } finally {
    await file.close();
  }
}

async function readFully(
  block: Uint8Array,
  read: (at: number) => Promise<{ readonly bytesRead: number }>,
): Promise<number> {
  let filled = 0;
  while (filled < block.length) {
    const { bytesRead } = await read(filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
