/**
 * Characters that a terminal obeys or that show nothing: controls (C0, C1), marks that turn the direction of text, separators of
 * lines.
 */
const OBEYED = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text from files, fit to be shown on one line: what would be obeyed is shown as an escape instead. */
export function printable(text: string): string {
  return text.replace(OBEYED, escaped);
}

/** The same for text of several lines, which may be indented. In JSON the escapes mean what they replace. */
export function printableLines(text: string): string {
  return text.replace(OBEYED, (unit) => (unit === '\n' || unit === '\t' ? unit : escaped(unit)));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
