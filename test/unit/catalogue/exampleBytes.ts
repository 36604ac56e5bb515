/** What is too long to print in an example is made: `(more than 1,024 columns)`. */
export function expanded(text: string): string {
  return text.replace(/\(more than ([\d,]+) (characters|columns)\)/, (_, count: string, what) =>
    (what === 'columns' ? ';' : 'x').repeat(Number(count.replaceAll(',', '')) + 1),
  );
}

/** The bytes of an extract in an example: `\xE9` is a byte, and `\r`, `\n` and `\0` are characters. */
export function bytesOf(text: string): Uint8Array {
  const pieces = expanded(text).split(/(\\x[0-9A-F]{2}|\\[rn0])/);
  const escapes: Readonly<Record<string, number>> = { r: 13, n: 10, '0': 0 };
  return Buffer.concat(
    pieces.map((piece, index) => {
      if (index % 2 === 0) return Buffer.from(piece);
      return Buffer.from([piece.startsWith('\\x') ? Number(`0x${piece.slice(2)}`) : (escapes[piece.slice(1)] ?? 0)]);
    }),
  );
}

export async function* inOneBlock(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}
