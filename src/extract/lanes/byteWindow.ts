import { SLACK, viewOf } from '../../core/bytes/words';

/** Converting this many texts costs about as much as converting the whole block. */
const FEW = 500;

/** Bytes that were read and are still needed; used ones are dropped when more come. */
export class ByteWindow {
  /** Valid until the next `push`. Some bytes after the valid ones may be read as 32-bit words. */
  bytes: Buffer;
  /** The same memory. */
  view: DataView;
  /** The range of the valid bytes. */
  start = 0;
  length = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.allocUnsafe(capacity);
    this.view = viewOf(this.bytes);
  }

  /** The bytes as Latin-1, which includes ASCII; made when many texts are requested. */
  #latin1: string | undefined;
  #asked = 0;

  /** The text of an ASCII range. Cutting many from one long text costs less than converting each by itself. */
  asciiText(start: number, end: number): string {
    if (this.#latin1 === undefined) {
      if (++this.#asked <= FEW) return this.bytes.toString('latin1', start, end);
      this.#latin1 = this.bytes.toString('latin1', 0, this.length);
    }
    return this.#latin1.slice(start, end);
  }

  push(block: Uint8Array): void {
    this.#latin1 = undefined;
    this.#asked = 0;
    const kept = this.length - this.start;
    const needed = kept + block.length;
    const target =
      needed + SLACK > this.bytes.length
        ? Buffer.allocUnsafe(Math.max(needed + SLACK, this.bytes.length * 2))
        : this.bytes;
    this.bytes.copy(target, 0, this.start, this.length);
    target.set(block, kept);
    if (target !== this.bytes) this.view = viewOf(target);
    this.bytes = target;
    this.start = 0;
    this.length = needed;
  }

  /** A copy of the remaining bytes. */
  rest(): Uint8Array {
    return Uint8Array.prototype.slice.call(this.bytes, this.start, this.length);
  }
}
