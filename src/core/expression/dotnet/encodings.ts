const REPLACEMENT = 0xfffd;

/** The bytes of a text in UTF-16, little endian, as from .NET's Encoding.Unicode: a lone surrogate becomes U+FFFD. */
export function utf16Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const isHalf = character.length === 1 && unit >= 0xd800 && unit <= 0xdfff;
    const units = isHalf ? [REPLACEMENT] : character.length === 1 ? [unit] : [unit, character.charCodeAt(1)];
    for (const one of units) bytes.push(one & 0xff, one >> 8);
  }
  return bytes;
}

/** The bytes of a text in UTF-8; a lone surrogate becomes U+FFFD, as in .NET's Encoding.UTF8. */
export function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const scalar = point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point;
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
