const lf = 10;
const cr = 13;

/** The number of bytes of a line break's characters, and which of them is the low one. */
export type CodeUnits = 'bytes' | 'utf-16le' | 'utf-16be';

/** Those of an encoding, by any of its labels. Default: UTF-8. */
export function codeUnitsOf(encoding: string | undefined): CodeUnits {
  if (encoding === undefined) return 'bytes';
  const name = encoding.toLowerCase();
  if (name === 'utf-16be') return name;
  return /^(utf-16(le)?|ucs-2|iso-10646-ucs-2|unicode|csunicode|unicodefeff)$/.test(name) ? 'utf-16le' : 'bytes';
}

/**
 * Where in a file each physical line begins, for bytes that arrive in blocks: CR LF, LF and a lone CR end a line, inside
 * quotes, too. A record begins where a line begins, so that this is all that is needed to find it again. Holds the lines
 * that have not been forgotten yet.
 *
 * Sound for UTF-16 and for every encoding in which no character but CR and LF has their bytes: that is UTF-8, all
 * single-byte ones, Shift_JIS, EUC, GB 18030 and Big5.
 */
export class LineStarts {
  readonly #units: CodeUnits;
  /** The offsets of the lines from `#firstLine` on. */
  #starts: number[];
  #firstLine = 1;
  #length: number;
  #afterCr = false;
  /** The first byte of a UTF-16 character whose second one comes with the next block. */
  #half: number | undefined;

  /** `markLength`: the length of the byte order mark, which does not belong to a line. The first block is pushed without it. */
  constructor(units: CodeUnits, markLength = 0) {
    this.#units = units;
    this.#length = markLength;
    this.#starts = [markLength];
  }

  push(block: Uint8Array): void {
    if (this.#units === 'bytes') this.#pushBytes(block);
    else this.#pushPairs(block, this.#units === 'utf-16le');
    this.#length += block.length;
  }

  /** The offset in the file, in bytes; `undefined` for a line that has been forgotten or has not arrived. */
  offsetOf(line: number): number | undefined {
    return this.#starts[line - this.#firstLine];
  }

  /** Forgets the lines before this one. */
  forgetBefore(line: number): void {
    const count = Math.min(line - this.#firstLine, this.#starts.length - 1);
    if (count <= 0) return;
    this.#starts = this.#starts.slice(count);
    this.#firstLine += count;
  }

  #pushBytes(block: Uint8Array): void {
    for (let at = 0; at < block.length; at++) {
      const byte = block[at] ?? 0;
      // Most bytes are above both, and nothing is pending: this is the fast path
      if (byte > cr && !this.#afterCr) continue;
      this.#take(byte, this.#length + at, 1);
    }
  }

  #pushPairs(block: Uint8Array, lowFirst: boolean): void {
    for (let at = 0; at < block.length; at++) {
      const byte = block[at] ?? 0;
      if (this.#half === undefined) {
        this.#half = byte;
        continue;
      }
      const unit = lowFirst ? this.#half | (byte << 8) : (this.#half << 8) | byte;
      this.#half = undefined;
      this.#take(unit, this.#length + at - 1, 2);
    }
  }

  /** A character that begins at `offset`. */
  #take(unit: number, offset: number, width: number): void {
    const last = this.#starts.length - 1;
    // The line began after the CR; it begins after the LF that belongs to it
    if (this.#afterCr && unit === lf) this.#starts[last] = offset + width;
    else if (unit === lf || unit === cr) this.#starts.push(offset + width);
    this.#afterCr = unit === cr;
  }
}
