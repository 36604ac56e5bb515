import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprinted } from '../../../src/extract/fingerprint';

const bytes = (text: string) => new TextEncoder().encode(text);

async function* inBlocks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(bytes(text));
}

describe('fingerprinted', () => {
  it('tells what the bytes were, however they came, even if who takes them changes them', async () => {
    const told: string[] = [];
    for (const blocks of [['Id\n1\n2\n'], ['I', '', 'd\n1\n', '2\n']])
      for await (const block of fingerprinted(inBlocks(...blocks), (print) => told.push(print))) block.fill(0);
    const expected = createHash('sha256').update('Id\n1\n2\n').digest('hex');
    expect(told).toEqual([expected, expected]);
  });

  it('tells nothing of a reading that is given up', async () => {
    const told: string[] = [];
    for await (const block of fingerprinted(inBlocks('a', 'b'), (print) => told.push(print))) {
      expect(block).toEqual(bytes('a'));
      break;
    }
    expect(told).toEqual([]);
  });
});
