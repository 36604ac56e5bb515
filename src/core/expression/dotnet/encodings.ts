/** The bytes of a text in UTF-16, little endian, as .NET's Encoding.Unicode gives them. */
export function utf16Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes.push(unit & 0xff, unit >> 8);
  }
  return bytes;
}

/** The bytes of a text in UTF-8; half a surrogate pair becomes U+FFFD, as .NET's Encoding.UTF8 writes it. */
export function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x80) bytes.push(scalar);
    else if (scalar < 0x800) bytes.push(0xc0 | (scalar >> 6), trail(scalar, 0));
    else if (scalar < 0x10000) bytes.push(0xe0 | (scalar >> 12), trail(scalar, 6), trail(scalar, 0));
    else bytes.push(0xf0 | (scalar >> 18), trail(scalar, 12), trail(scalar, 6), trail(scalar, 0));
  }
  return bytes;
}

function trail(scalar: number, shift: number): number {
  return 0x80 | ((scalar >> shift) & 0x3f);
}
