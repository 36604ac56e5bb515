import { isUtf8 } from 'node:buffer';
import { StrictDecoder } from './strictDecoder';

/** A piece of an extract as UTF-8. `isValid` false: only the part before the first invalid byte. */
export interface Utf8Block {
  readonly bytes: Uint8Array;
  readonly isValid: boolean;
}

/**
 * Turns the bytes of an extract, which arrive in blocks, into valid UTF-8 without cutting a character in two. Bytes that are UTF-8 already
 * are only checked; others are decoded and encoded again. Never guesses, never replaces.
 */
export class Utf8Blocks {
  readonly #decoder: StrictDecoder;
  readonly #isUtf8: boolean;
  /** The first bytes of a character whose rest has not arrived. */
  #carried: Uint8Array = new Uint8Array();

  /** Throws `RangeError` when `label` is not the name of an encoding. The bytes come without a byte order mark. */
  constructor(label: string) {
    this.#decoder = new StrictDecoder(label);
    this.#isUtf8 = this.#decoder.encoding === 'utf-8';
  }

  /** `block` must not change afterwards. After an invalid block this must not be used any more. */
  push(block: Uint8Array): Utf8Block {
    if (!this.#isUtf8) return this.#decode(block);
    const whole = this.#carried.length === 0 ? block : Buffer.concat([this.#carried, block]);
    const end = completeLength(whole);
    const bytes = whole.subarray(0, end);
    if (!isUtf8(bytes)) return this.#decode(whole);
    this.#carried = Uint8Array.prototype.slice.call(whole, end);
    return { bytes, isValid: true };
  }

  /** Whether the bytes may end here, which is not within a character. */
  end(): boolean {
    return this.#isUtf8 ? this.#carried.length === 0 : this.#decoder.end();
  }

  #decode(block: Uint8Array): Utf8Block {
    const { text, isValid } = this.#decoder.decode(block);
    return { bytes: Buffer.from(text), isValid };
  }
}

/** The length of the bytes without an incomplete character at their end. */
export function completeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
