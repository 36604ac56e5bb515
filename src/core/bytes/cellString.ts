import { CellMark } from '../csv/byteTokenizer';
import type { ByteWriter } from './byteWriter';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** The letters of JSON's short escapes, by control character. */
const SHORT: readonly (number | undefined)[] = shortEscapes({ '\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r' });
const HEX = '0123456789abcdef';

function shortEscapes(letters: Readonly<Record<string, string>>): readonly (number | undefined)[] {
  const table = Array.from({ length: 0x20 }, (): number | undefined => undefined);
  for (const [control, letter] of Object.entries(letters)) table[control.charCodeAt(0)] = letter.charCodeAt(0);
  return table;
}

/**
 * Writes the bytes of a cell as a JSON string, the same as `JSON.stringify` writes its text.
 * @param marks what the cell holds, as the tokenizer has seen it
 * @param quote the byte that stands doubled in it
 */
export function appendCell(
  out: ByteWriter,
  bytes: Uint8Array,
  start: number,
  end: number,
  marks: number,
  quote: number,
): void {
  if ((marks & (CellMark.escapes | CellMark.doubled)) !== 0) {
    appendEscaped(out, bytes, start, end, (marks & CellMark.doubled) === 0 ? -1 : quote);
    return;
  }
  out.reserve(end - start + 2);
  const to = out.bytes;
  let { at } = out;
  to[at++] = QUOTE;
  for (let from = start; from < end; from++) to[at++] = bytes[from] ?? 0;
  to[at++] = QUOTE;
  out.at = at;
}

function appendEscaped(out: ByteWriter, bytes: Uint8Array, start: number, end: number, doubled: number): void {
  out.reserve((end - start) * 6 + 2);
  const to = out.bytes;
  let { at } = out;
  to[at++] = QUOTE;
  for (let from = start; from < end; from++) {
    const byte = bytes[from] ?? 0;
    if (byte === doubled) from++;
    if (byte === QUOTE || byte === BACKSLASH) {
      to[at++] = BACKSLASH;
      to[at++] = byte;
    } else if (byte >= 0x20) to[at++] = byte;
    else {
      const letter = SHORT[byte];
      to[at++] = BACKSLASH;
      if (letter !== undefined) to[at++] = letter;
      else {
        for (const digit of `u00${HEX.charAt(byte >> 4)}${HEX.charAt(byte & 15)}`) to[at++] = digit.charCodeAt(0);
      }
    }
  }
  to[at++] = QUOTE;
  out.at = at;
}
