/** Bytes that were read and not used up: what is used is dropped when more comes. */
export class ByteWindow {
  /** Whoever holds this loses it with the next `push`. */
  bytes: Buffer;
  /** Where the bytes that count begin and end. */
  start = 0;
  length = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
  }

  /** The bytes as Latin-1, of which ASCII is a part; made when it is first asked for. */
  #latin1: string | undefined;

  /** The text of a range that is ASCII; one long text to cut from is faster than one conversion each. */
  asciiText(start: number, end: number): string {
    this.#latin1 ??= this.bytes.toString('latin1', 0, this.length);
    return this.#latin1.slice(start, end);
  }

  push(block: Uint8Array): void {
    this.#latin1 = undefined;
    const kept = this.length - this.start;
    const needed = kept + block.length;
    const target =
      needed > this.bytes.length ? Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2)) : this.bytes;
    this.bytes.copy(target, 0, this.start, this.length);
    target.set(block, kept);
    this.bytes = target;
    this.start = 0;
    this.length = needed;
  }

  /** A copy of what is left. */
  rest(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.bytes, this.start, this.length);
  }
}
