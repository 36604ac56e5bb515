import type { ByteWriter } from '../../bytes/byteWriter';
import { fromBytes } from '../../bytes/fromBytes';
import { foldId } from '../foldId';

const BACKSLASH = 0x5c;
const SPACE = 0x20;
const ZERO = 0x30;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const QUOTE = 0x22;

/**
 * Appends the `foldId` of an identifier; both are JSON in bytes. Outputs are equal if and only if the folded texts are.
 */
export function foldIdJson(json: Uint8Array, start: number, end: number, out: ByteWriter): void {
  const before = out.at;
  out.reserve(end - start + 1);
  const { bytes } = out;
  let { at } = out;
  bytes[at++] = QUOTE;
  const first = at;
  let hasZero = false;
  for (let from = start + 1; from < end - 1; from++) {
    const byte = json[from] ?? 0;
    if (byte >= 0x80 || byte === BACKSLASH) {
      out.at = before;
      out.appendText(JSON.stringify(foldId(JSON.parse(fromBytes(json, start, end)) as string)));
      return;
    }
    if (byte === ZERO && at === first) hasZero = true;
    else if (byte >= UPPER_A && byte <= UPPER_Z) bytes[at++] = byte | 0x20;
    else if (byte !== SPACE) bytes[at++] = byte;
  }
  if (hasZero && at === first) bytes[at++] = ZERO;
  bytes[at++] = QUOTE;
  out.at = at;
}
