import { TextDecoder } from 'node:util';
import type { CodePage } from './codePages';
import { CODE_PAGES } from './codePages';

/** The part of a `TextDecoder` that this product needs. */
export interface Decoding {
  /** The canonical name of the encoding. */
  readonly encoding: string;
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

/**
 * Opens a decoder for an encoding of the WHATWG standard, or for a code page that it lacks. `fatal`: bytes without a meaning are a
 * `TypeError`. Throws `RangeError` when `label` is not the name of an encoding.
 */
export function openDecoding(label: string, fatal: boolean): Decoding {
  const page = codePageOf(label);
  return page === undefined ? new StandardDecoding(label, fatal) : new CodePageDecoding(page);
}

/** Always decodes as a stream: otherwise Node takes windows-1252 for ISO 8859-1, and "€" becomes a control character. */
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
    // The only way to find out: a RangeError means "no".
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** `cp850`, `ibm850`, `IBM-850` and `850` are the same. */
function codePageOf(label: string): CodePage | undefined {
  const number = /^\s*(?:cp|ibm|oem|dos)?[-_ ]?(\d{3})\s*$/i.exec(label)?.[1] ?? '';
  const name = `cp${number}`;
  return Object.hasOwn(CODE_PAGES, name) ? (name as CodePage) : undefined;
}

/** Every byte is a character, so nothing is refused and nothing is kept between blocks. */
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
