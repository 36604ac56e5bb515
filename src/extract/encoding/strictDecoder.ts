import type { Decoding } from './textDecoding';
import { openDecoding } from './textDecoding';

/** The result of a block of bytes. `isValid` false: `text` is the part before the first invalid byte. */
export interface Decoded {
  readonly text: string;
  readonly isValid: boolean;
}

/**
 * Decodes bytes that arrive in blocks; text is never guessed and never replaced by U+FFFD. When `TextDecoder` refuses a block, its pending
 * text is lost. So a second decoder follows one block later: it reads the refused block byte by byte, which gives the text up to the wrong
 * byte in any encoding.
 */
export class StrictDecoder {
  readonly #ahead: Decoding;
  readonly #behind: Decoding;
  #lastBlock: Uint8Array = new Uint8Array();

  /** Throws `RangeError` when `label` is not the name of an encoding. The bytes come without a byte order mark. */
  constructor(label: string) {
    this.#ahead = openDecoding(label, true);
    this.#behind = openDecoding(label, true);
  }

  /** The canonical name of the encoding. */
  get encoding(): string {
    return this.#ahead.encoding;
  }

  /** The last decoded block. */
  get lastBlock(): Uint8Array {
    return this.#lastBlock;
  }

  /** `block` must not change afterwards. After an invalid block the decoder must not be used any more. */
  decode(block: Uint8Array): Decoded {
    const text = attempt(() => this.#ahead.decode(block, { stream: true }));
    if (text === undefined) return { text: this.#textBefore(block), isValid: false };
    this.#behind.decode(this.#lastBlock, { stream: true });
    this.#lastBlock = block;
    return { text, isValid: true };
  }

  /** Whether the bytes may end here, which is not within a character. */
  end(): boolean {
    return attempt(() => this.#ahead.decode()) !== undefined;
  }

  #textBefore(block: Uint8Array): string {
    this.#behind.decode(this.#lastBlock, { stream: true });
    let before = '';
    for (let at = 0; at < block.length; at++) {
      const text = attempt(() => this.#behind.decode(block.subarray(at, at + 1), { stream: true }));
      if (text === undefined) break;
      before += text;
    }
    return before;
  }
}

/** `TextDecoder` reports bytes that are not of the encoding by a `TypeError`, and uses it for nothing else. */
function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
