const zero = 0x30;

/** Bytes that are written one after the other into a buffer that grows. Whoever writes may take back: `at` can be set back. */
export class ByteWriter {
  bytes: Uint8Array;
  /** How many bytes count. */
  at = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Makes room for so many more bytes. `bytes` may be another array afterwards. */
  reserve(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + length));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  append(piece: Uint8Array): void {
    const { length } = piece;
    this.reserve(length);
    const { bytes, at } = this;
    // Setting many at once costs as much as some 30 bytes one by one.
    if (length > 40) bytes.set(piece, at);
    else for (let index = 0; index < length; index++) bytes[at + index] = piece[index] ?? 0;
    this.at = at + length;
  }

  appendRange(source: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { bytes } = this;
    let { at } = this;
    for (let from = start; from < end; from++) bytes[at++] = source[from] ?? 0;
    this.at = at;
  }

  appendByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  /** A whole number from 0, in decimal digits. */
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

  /** A text as UTF-8. It must be well-formed, as texts of JSON are. */
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
}

/** A text as UTF-8 bytes of its own. */
export function toBytes(text: string): Uint8Array {
  const writer = new ByteWriter(text.length * 3);
  writer.appendText(text);
  return writer.bytes.slice(0, writer.at);
}
