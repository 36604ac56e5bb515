import { isAscii, isUtf8 } from 'node:buffer';
import type { RecordProblem } from '../../core/problems/problem';
import { misstatedEncoding } from './encodingProblems';
import { completeLength } from './utf8Blocks';

/** Encodings of two bytes a character: short words in them can be characters of UTF-8 of two bytes, and hardly any of three. */
const OF_TWO_BYTES = /^(?:big5|gb|euc|shift)/;

/**
 * Watches the bytes of an extract whose encoding was stated: where the first letters beyond ASCII are UTF-8, it was stated wrongly,
 * because text in another encoding is hardly ever valid UTF-8.
 */
export class MisstatedEncoding {
  readonly #encoding: string;
  #isDecided: boolean;
  #line = 1;

  /** @param encoding as it was stated, in its canonical name; `undefined`: none was, or a byte order mark overrules it */
  constructor(encoding: string | undefined) {
    this.#encoding = encoding ?? '';
    this.#isDecided = encoding === undefined || encoding.startsWith('utf');
  }

  /** The next bytes; what there is to say is said once. */
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
