/** The letters of .NET's custom formats that stand for a part of a date. */
export type FieldLetter = 'd' | 'f' | 'F' | 'g' | 'H' | 'h' | 'K' | 'M' | 'm' | 's' | 't' | 'y' | 'z';

/** A run of one letter, like `yyyy`, or literal text. `quoted` marks text in quotation marks. */
export type OutputPart =
  | { readonly kind: 'field'; readonly letter: FieldLetter; readonly count: number }
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean };

/** A part of a format for reading, where a few characters have a meaning unless they are quoted. */
export type InputPart = OutputPart | { readonly kind: 'space' | 'point' | 'Z' | 'GMT' };

export function isFieldLetter(unit: string): unit is FieldLetter {
  return unit.length === 1 && 'dfFgHhKMmstyz'.includes(unit);
}

export function isQuote(unit: string): boolean {
  return unit === "'" || unit === '"';
}
