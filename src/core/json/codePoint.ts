/** A code point in Unicode notation: U+00A0. */
export function codePoint(value: number): string {
  return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
}
