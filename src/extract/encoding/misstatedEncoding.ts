import { isAscii, isUtf8 } from 'node:buffer';
import type { RecordProblem } from '../../core/problems/problem';
import { misstatedEncoding } from './encodingProblems';
import { completeLength } from './utf8Blocks';

/** Encodings with two bytes per character: their short words can be two-byte characters of UTF-8, but hardly ever three-byte ones. */
const OF_TWO_BYTES = /^(?:big5|gb|euc|shift)/;

/**
 * Watches the bytes of an extract whose encoding is stated: if the first letters beyond ASCII are UTF-8, the stated encoding is wrong,
 * because text in another encoding is hardly ever valid UTF-8.
 */
export class MisstatedEncoding {
  readonly #encoding: string;
  #isDecided: boolean;
  #line = 1;

  /** @param encoding the stated one, in its canonical name; `undefined`: none is stated, or a byte order mark overrules it */
  constructor(encoding: string | undefined) {
    this.#encoding = encoding ?? '';
    this.#isDecided = encoding === undefined || encoding.startsWith('utf');
  }

  /** Takes the next bytes; a warning is reported once. */
  push(block: Uint8Array): RecordProblem | undefined {
    if (this.#isDecided) return undefined;
    const end = completeLength(block);
    const whole = block.subarray(0, end);
    if (isAscii(whole)) {
      this.#line += linesIn(whole);
      return undefined;
    }
    this.#isDecided = true;
    const hasProof = !OF_TWO_BYTES.test(this.#encoding) || whole.some((byte) => byte >= 0xe0);
    if (!isUtf8(whole) || !hasProof) return undefined;
    const before = whole.subarray(
      0,
      whole.findIndex((byte) => byte >= 0x80),
    );
    return misstatedEncoding(this.#encoding, this.#line + linesIn(before));
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0a) lines++;
  return lines;
}
