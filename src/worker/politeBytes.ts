import { setImmediate } from 'node:timers/promises';
import type { ExtractPlace } from '../extract/index/extractPlace';
import { placeBytes } from '../extract/index/extractPlace';

/** Number of bytes passed on at a time; processing them takes about ten milliseconds. */
const PART = 64 * 1024;

/** The blocks of an extract, each after work of higher priority. */
export async function* bytesAfter(
  blocks: AsyncIterable<Uint8Array>,
  goesFirst: () => Promise<void>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const block of blocks) {
    await goesFirst();
    yield block;
  }
}

/**
 * All bytes of an extract for background work: after each part other questions are answered, and each part waits for work of higher
 * priority.
 */
export async function* politeBytes(
  place: ExtractPlace,
  goesFirst: () => Promise<void>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const block of placeBytes(place)) {
    for (let at = 0; at < block.length; at += PART) {
      await goesFirst();
      yield block.subarray(at, at + PART);
      await setImmediate();
    }
  }
}
