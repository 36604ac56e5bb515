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
 * Appends the bytes of a cell as `JSON.stringify` would, without the surrounding quotes.
 * @param doubled the byte that is doubled in the cell; negative if there is none
 */
export function appendEscaped(out: ByteWriter, bytes: Uint8Array, start: number, end: number, doubled: number): void {
  out.reserve((end - start) * 6);
  const to = out.bytes;
  let { at } = out;
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
  out.at = at;
}
