import { setImmediate } from 'node:timers/promises';

/** Bytes per step: a few hundred rows. */
const PIECE = 32 * 1024;

/** The same bytes in small pieces, with a pause after each so that the process stays responsive. */
export async function* inTurns(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const block of blocks)
    for (let at = 0; at < block.length; at += PIECE) {
      yield block.subarray(at, at + PIECE);
      await setImmediate();
    }
}

/** Runs a long generator with a pause after each step; returns its result. */
export async function finishInTurns<Result>(steps: Generator<void, Result, void>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
