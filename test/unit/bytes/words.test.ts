import { assert, nat, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyWords, hashWords, sameWords, SLACK, viewOf } from '../../../src/core/bytes/words';

/** Bytes at a place, between others. */
function placed(bytes: Uint8Array, at: number, others: number) {
  const memory = new Uint8Array(at + bytes.length + SLACK).fill(others);
  memory.set(bytes, at);
  return { memory, view: viewOf(memory), end: at + bytes.length };
}

const some = uint8Array({ maxLength: 40 });
const place = nat(20);

describe('words', () => {
  it('copies a range to any place, and nothing in front of it', () => {
    assert(
      property(some, place, place, (bytes, from, to) => {
        const source = placed(bytes, from, 7);
        const target = placed(new Uint8Array(bytes.length), to, 9);
        copyWords(source.view, from, source.end, target.view, to);
        expect(target.memory.subarray(to, target.end)).toEqual(bytes);
        expect(target.memory.subarray(0, to).every((byte) => byte === 9)).toBe(true);
      }),
    );
  });

  it('tells by the bytes of the ranges alone whether they are the same', () => {
    assert(
      property(some, place, place, nat(40), (bytes, from, to, changed) => {
        const one = placed(bytes, from, 7);
        const other = placed(bytes, to, 9);
        expect(sameWords(one.view, from, one.end, other.view, to)).toBe(true);
        expect(hashWords(one.view, from, one.end)).toBe(hashWords(other.view, to, other.end));
        if (changed >= bytes.length) return;
        other.memory[to + changed] = (bytes[changed] ?? 0) ^ 1;
        expect(sameWords(one.view, from, one.end, other.view, to)).toBe(false);
      }),
    );
  });

  it('gives short ranges that differ different hashes, nearly always', () => {
    const hashes = Array.from({ length: 10_000 }, (_, number) => {
      const { view, end } = placed(new TextEncoder().encode(String(number)), 0, 0);
      return hashWords(view, 0, end);
    });
    expect(new Set(hashes).size).toBeGreaterThan(9_990);
    expect(new Set(hashes.map((hash) => hash & 0xfff)).size).toBeGreaterThan(3_500);
  });
});
