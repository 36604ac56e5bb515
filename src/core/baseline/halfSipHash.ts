/** A 64-bit hash. */
export interface HashPair {
  readonly low: number;
  readonly high: number;
}

/**
 * HalfSipHash-2-4: a keyed hash of byte ranges that only needs 32-bit words, which JavaScript computes fast. Without
 * the key, values cannot be guessed by comparing hashes.
 * Source: J.-P. Aumasson's reference implementation (github.com/veorq/SipHash, halfsiphash.c), read 2026-11.
 */
export class HalfSipHash {
  readonly #key0: number;
  readonly #key1: number;
  #v0 = 0;
  #v1 = 0;
  #v2 = 0;
  #v3 = 0;

  /** @param key only the first 8 bytes are used */
  constructor(key: Uint8Array) {
    const view = new DataView(key.buffer, key.byteOffset, 8);
    this.#key0 = view.getInt32(0, true);
    this.#key1 = view.getInt32(4, true);
  }

  /** The 32-bit hash of a range. */
  hash32(view: DataView, start: number, end: number): number {
    this.#begin(0);
    this.#absorb(view, start, end);
    this.#v2 ^= 0xff;
    this.#rounds(4);
    return (this.#v1 ^ this.#v3) >>> 0;
  }

  /** The 64-bit hash of a range. */
  hash64(view: DataView, start: number, end: number): HashPair {
    this.#begin(0xee);
    this.#absorb(view, start, end);
    this.#v2 ^= 0xee;
    this.#rounds(4);
    const low = (this.#v1 ^ this.#v3) >>> 0;
    this.#v1 ^= 0xdd;
    this.#rounds(4);
    return { low, high: (this.#v1 ^ this.#v3) >>> 0 };
  }

  /** @param wide distinguishes 64-bit from 32-bit hashes */
  #begin(wide: number): void {
    this.#v0 = this.#key0;
    this.#v1 = this.#key1 ^ wide;
    this.#v2 = 0x6c796765 ^ this.#key0;
    this.#v3 = 0x74656462 ^ this.#key1;
  }

  #absorb(view: DataView, start: number, end: number): void {
    const last = end - ((end - start) & 3);
    let at = start;
    for (; at < last; at += 4) this.#absorbWord(view.getInt32(at, true));
    let rest = (end - start) << 24;
    for (let shift = 0; at < end; at++, shift += 8) rest |= view.getUint8(at) << shift;
    this.#absorbWord(rest);
  }

  #absorbWord(word: number): void {
    this.#v3 ^= word;
    this.#rounds(2);
    this.#v0 ^= word;
  }

  #rounds(count: number): void {
    let [v0, v1, v2, v3] = [this.#v0, this.#v1, this.#v2, this.#v3];
    for (let round = 0; round < count; round++) {
      v0 = (v0 + v1) | 0;
      v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
      v0 = (v0 << 16) | (v0 >>> 16);
      v2 = (v2 + v3) | 0;
      v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
      v2 = (v2 << 16) | (v2 >>> 16);
    }
    this.#v0 = v0;
    this.#v1 = v1;
    this.#v2 = v2;
    this.#v3 = v3;
  }
}
