/**
 * Lower case as .NET's invariant culture writes it: one character becomes one character. JavaScript may give two (`İ`
 * becomes `i` and a combining dot); such a character stays as it is, as in .NET.
 */
export function toInvariantLower(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const one = character.toLowerCase();
    return one.length === character.length ? one : character;
  }).join('');
}
