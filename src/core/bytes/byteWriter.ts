import { copyWords, SLACK, viewOf } from './words';

const zero = 0x30;

/** Constant bytes that are copied repeatedly. */
export interface Piece {
  readonly view: DataView;
  readonly length: number;
}

/** Writes bytes into a growing buffer. Decrease `at` to undo writes. */
export class ByteWriter {
  bytes: Uint8Array;
  /** A view of the same memory for access by words. */
  view: DataView;
  /** The number of valid bytes. */
  at = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity + SLACK);
    this.view = viewOf(this.bytes);
  }

  /**
   * Reserves room for this many more bytes, plus room for words that extend past them. May replace `bytes` and `view`.
   */
  reserve(length: number): void {
    if (this.at + length + SLACK > this.bytes.length) this.#grow(length);
  }

  append({ view, length }: Piece): void {
    this.appendRange(view, 0, length);
  }

  /** May read bytes after the range as well: {@link SLACK}. */
  appendRange(source: DataView, start: number, end: number): void {
    this.reserve(end - start);
    copyWords(source, start, end, this.view, this.at);
    this.at += end - start;
  }

  appendByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  /** Appends a non-negative integer in decimal. */
  appendNumber(value: number): void {
    this.reserve(16);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    let rest = value;
    for (let at = this.at + digits - 1; at >= this.at; at--) {
      const shorter = Math.floor(rest / 10);
      this.bytes[at] = zero + rest - shorter * 10;
      rest = shorter;
    }
    this.at += digits;
  }

  /** Appends a text as UTF-8. It must be well-formed, as decoded JSON is. */
  appendText(text: string): void {
    const { length } = text;
    this.reserve(length * 3);
    const { bytes } = this;
    let { at } = this;
    for (let index = 0; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) bytes[at++] = unit;
      else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else if (unit < 0xd800 || unit > 0xdfff) {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else {
        const point = text.codePointAt(index++) ?? 0;
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
        bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
        bytes[at++] = 0x80 | (point & 0x3f);
      }
    }
    this.at = at;
  }

  #grow(length: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + length + SLACK));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
    this.view = viewOf(larger);
  }
}

/** Encodes a text as a piece. */
export function toPiece(text: string): Piece {
  const writer = new ByteWriter(text.length * 3);
  writer.appendText(text);
  return { view: writer.view, length: writer.at };
}

/** Encodes a text as UTF-8. */
export function toBytes(text: string): Uint8Array {
  const writer = new ByteWriter(text.length * 3);
  writer.appendText(text);
  return writer.bytes.slice(0, writer.at);
}
