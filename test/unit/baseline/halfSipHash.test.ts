import { describe, expect, it } from 'vitest';
import { HalfSipHash } from '../../../src/core/baseline/halfSipHash';
import { viewOf } from '../../../src/core/bytes/words';

/** Of the reference: key 00 01 … 07, and a message of that many bytes 00 01 …; 32 and 64 bits, their bytes from the lowest. */
const VECTORS = [
  [0, 'a9359f5b', '218d1f59b9b83cc8'],
  [1, '27475ab8', 'be552412f8387315'],
  [2, 'fa62a603', '064f39ef7c50eb57'],
  [3, '8afee704', 'ce0f1a45f7060679'],
  [4, '2a6e4689', 'd5e78a175be52ea1'],
  [15, '74fe2b97', '217d0bcb4e81c902'],
  [63, '59ea4a74', '2ea63c71bf326087'],
] as const;

function hex(...words: readonly number[]): string {
  const bytes = Buffer.alloc(words.length * 4);
  for (const [index, word] of words.entries()) bytes.writeUInt32LE(word, index * 4);
  return bytes.toString('hex');
}

describe('HalfSipHash', () => {
  const hash = new HalfSipHash(Uint8Array.from({ length: 8 }, (_, index) => index));

  it.each(VECTORS)('gives what the reference gives for %i bytes', (length, short, long) => {
    const bytes = Uint8Array.from({ length: length + 3 }, (_, index) => index - 3);
    const view = viewOf(bytes);
    expect(hex(hash.hash32(view, 3, length + 3))).toBe(short);
    const { low, high } = hash.hash64(view, 3, length + 3);
    expect(hex(low, high)).toBe(long);
  });
});
