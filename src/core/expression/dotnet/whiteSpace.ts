const WHITE_SPACE = /[\p{Z}\t-\r\u0085]/u;

/** Whether .NET's `Char.IsWhiteSpace` counts the character as white space; JavaScript's `\s` differs slightly. */
export function isWhiteSpace(character: string): boolean {
  // Fast path: most characters are printable ASCII, and this runs at both ends of every text
  return (character <= ' ' || character > '~') && WHITE_SPACE.test(character);
}

/** The first index from `at` on that is not white space. */
export function skipWhiteSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isWhiteSpace(text.charAt(next))) next++;
  return next;
}

export function trimTrailing(text: string): string {
  let end = text.length;
  while (end > 0 && isWhiteSpace(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Trims both ends, like `String.Trim`: U+0085 is white space there, and U+FEFF is not. */
export function trim(text: string): string {
  return trimTrailing(text).slice(skipWhiteSpace(text, 0));
}
