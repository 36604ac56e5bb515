import { setImmediate } from 'node:timers/promises';

/** Bytes that are worked through before others get their turn: a few hundred rows. */
const PIECE = 32 * 1024;

/** The same bytes in small pieces, with a pause after each in which the process hears other questions. */
export async function* inTurns(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const block of blocks)
    for (let at = 0; at < block.length; at += PIECE) {
      yield block.subarray(at, at + PIECE);
      await setImmediate();
    }
}

/** Works through the steps of something long, with a pause after each; gives what it ends with. */
export async function finishInTurns<Result>(steps: Generator<void, Result, void>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
