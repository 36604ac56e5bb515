import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { finishInTurns, inTurns } from '../../../src/sending/results/inTurns';

/** Counts how often others get their turn while something is under way. */
async function turnsDuring<Result>(work: Promise<Result>): Promise<readonly [Result, number]> {
  const others = new AbortController();
  const counting = (async (turns = 0) => {
    while (!others.signal.aborted) {
      await setImmediate();
      turns++;
    }
    return turns;
  })();
  const result = await work;
  others.abort();
  return [result, await counting];
}

async function* blocks(...each: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const block of each) yield await Promise.resolve(block);
}

describe('in turns', () => {
  it('bytes stay the same, and others get a turn for every 32 KB', async () => {
    const large = Uint8Array.from({ length: 1_000_003 }, (_, at) => at % 251);
    const collected = async (): Promise<Buffer> => {
      const parts: Uint8Array[] = [];
      for await (const part of inTurns(blocks(large, new Uint8Array(), Uint8Array.of(1, 2)))) parts.push(part);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(32 * 1024);
      return Buffer.concat(parts);
    };
    const [bytes, turns] = await turnsDuring(collected());
    expect(bytes.equals(Buffer.concat([large, Uint8Array.of(1, 2)]))).toBe(true);
    expect(turns).toBeGreaterThanOrEqual(30);
  });

  it('steps end with what they come to, and others get a turn after each', async () => {
    function* counted(): Generator<void, string, void> {
      for (let step = 0; step < 50; step++) yield;
      return 'done';
    }
    const [result, turns] = await turnsDuring(finishInTurns(counted()));
    expect(result).toBe('done');
    expect(turns).toBeGreaterThanOrEqual(50);
  });
});
