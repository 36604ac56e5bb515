/** Maximum number of arguments per call of `String.fromCharCode`. */
const CHUNK = 4096;

/** Decodes valid UTF-8; for short texts, because the language has no decoder. */
export function fromBytes(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  const units: number[] = [];
  for (let at = start; at < end;) {
    const byte = bytes[at++] ?? 0;
    if (byte < 0x80) units.push(byte);
    else if (byte < 0xe0) units.push(((byte & 0x1f) << 6) | tail(bytes[at++]));
    else if (byte < 0xf0) units.push(((byte & 0x0f) << 12) | (tail(bytes[at++]) << 6) | tail(bytes[at++]));
    else {
      const high = ((byte & 0x07) << 18) | (tail(bytes[at++]) << 12);
      const point = (high | (tail(bytes[at++]) << 6) | tail(bytes[at++])) - 0x10000;
      units.push(0xd800 | (point >> 10), 0xdc00 | (point & 0x3ff));
    }
    if (units.length < CHUNK) continue;
    text += String.fromCharCode(...units);
    units.length = 0;
  }
  return text + String.fromCharCode(...units);
}

/** The payload bits of a continuation byte. */
function tail(byte = 0): number {
  return byte & 0x3f;
}
