import { TextDecoder } from 'node:util';
import type { CodePage } from './codePages';
import { CODE_PAGES } from './codePages';

/** What this product needs of a `TextDecoder`. */
export interface Decoding {
  /** The canonical name of the encoding. */
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/**
 * Opens a decoder of one of the encodings of the WHATWG standard, or of a code page that it lacks. `fatal`: bytes that say nothing are
 * a `TypeError`. Throws `RangeError` when `label` names no encoding.
 */
export function openDecoding(label: string, fatal: boolean): Decoding {
  const page = codePageOf(label);
  return page === undefined ? new StandardDecoding(label, fatal) : new CodePageDecoding(page);
}

/** Decodes in streams alone: at one go, Node takes windows-1252 for ISO 8859-1, so that "€" is a control character. */
class StandardDecoding implements Decoding {
  readonly #decoder: TextDecoder;

  constructor(label: string, fatal: boolean) {
    this.#decoder = new TextDecoder(label, { fatal, ignoreBOM: true });
  }

  get encoding(): string {
    return this.#decoder.encoding;
  }

  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string {
    const text = this.#decoder.decode(bytes, { stream: true });
    return options?.stream === true ? text : text + this.#decoder.decode();
  }
}

/** Whether a label names an encoding that can be read. */
export function isEncoding(label: string): boolean {
  try {
    openDecoding(label, false);
    return true;
  } catch (error) {
    // The only way to ask: a RangeError is the answer "no".
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** `cp850`, `ibm850`, `IBM-850` and `850` are one. */
function codePageOf(label: string): CodePage | undefined {
  const number = /^\s*(?:cp|ibm|oem|dos)?[-_ ]?(\d{3})\s*$/i.exec(label)?.[1] ?? '';
  const name = `cp${number}`;
  return Object.hasOwn(CODE_PAGES, name) ? (name as CodePage) : undefined;
}

/** Every byte is a character, so that nothing is refused and nothing is kept between blocks. */
class CodePageDecoding implements Decoding {
  readonly encoding: CodePage;

  constructor(page: CodePage) {
    this.encoding = page;
  }

  decode(bytes: Uint8Array = new Uint8Array()): string {
    const upper = CODE_PAGES[this.encoding];
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .replace(/[\u0080-\u00ff]/g, (byte) => upper.charAt(byte.charCodeAt(0) - 0x80));
  }
}
