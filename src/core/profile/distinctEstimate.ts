const BITS = 11;
const REGISTERS = 1 << BITS;

/**
 * Estimates the number of distinct texts in two kilobytes with HyperLogLog (Flajolet et al., 2007), and with linear
 * counting for small numbers. The error is about 2 per cent; beyond a few hundred million texts it grows.
 */
export class DistinctEstimate {
  readonly #registers = new Uint8Array(REGISTERS);

  add(text: string): void {
    const hash = hashOf(text);
    const register = hash >>> (32 - BITS);
    // The position of the first one bit among the remaining bits
    const rank = Math.clz32((hash << BITS) | (1 << (BITS - 1))) + 1;
    if (rank > (this.#registers[register] ?? 0)) this.#registers[register] = rank;
  }

  get count(): number {
    let sum = 0;
    let empty = 0;
    for (const rank of this.#registers) {
      sum += 2 ** -rank;
      if (rank === 0) empty++;
    }
    const raw = ((0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS) / sum;
    const isSmall = raw <= 2.5 * REGISTERS && empty > 0;
    return Math.round(isSmall ? REGISTERS * Math.log(REGISTERS / empty) : raw);
  }
}

/**
 * FNV-1a over UTF-16 code units, with the last step of MurmurHash3, which spreads values that FNV leaves close
 * together.
 */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
