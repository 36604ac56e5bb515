/** A character's number as Unicode writes it: U+00A0. */
export function codePoint(value: number): string {
  return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
}
