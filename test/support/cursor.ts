/** A text in which "|" marks the cursor: `externalId = [Wor|]`. Written "||" it is a plain bar. */
export function withCursor(marked: string): { readonly text: string; readonly offset: number } {
  const bar = '\u0000';
  const plain = marked.replaceAll('||', bar);
  const offset = plain.indexOf('|');
  if (offset < 0 || plain.includes('|', offset + 1)) throw new Error(`one "|" is expected in ${marked}`);
  return { text: (plain.slice(0, offset) + plain.slice(offset + 1)).replaceAll(bar, '|'), offset };
}
