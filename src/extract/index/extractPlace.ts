import { setImmediate } from 'node:timers/promises';
import { extractProblems } from '../../core/csv/extractProblemKinds';
import { ExtractFileError } from '../extractFileError';
import { RegularFile } from '../../files/regularFile';
import { fileBytes, ofExtract } from './fileBytes';

/** Where the bytes of an extract are: in memory, or in a file of any size that is read in blocks. */
export type ExtractPlace = Uint8Array | { readonly path: string };

/** Bytes in memory between two pauses. */
const BLOCK = 256 * 1024;

/** All bytes of an extract, in blocks, with a pause after each so that other questions are answered. */
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

/** Its state when reading began: later reads must be of the same file. */
export interface PlaceState {
  readonly size: number;
  readonly modified: number;
}

/** @throws {ExtractFileError} when the file does not exist, or may not be read */
export async function placeState(place: ExtractPlace): Promise<PlaceState> {
  if (place instanceof Uint8Array) return { size: place.length, modified: 0 };
  const file = await ofExtract(place.path, () => RegularFile.open(place.path));
  await file.close();
  return { size: file.size, modified: file.modified };
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
  const { path } = place;
  const file = await ofExtract(path, () => RegularFile.open(path));
  try {
    const block = new Uint8Array(end - start);
    const filled = await ofExtract(path, () => file.readAt(start, block));
    if (file.size !== known.size || file.modified !== known.modified || filled < block.length)
      throw new ExtractFileError(extractProblems.changedFile, `${path} was changed after it was read. Open it again.`);
    return block;
  } finally {
    await file.close();
  }
}
