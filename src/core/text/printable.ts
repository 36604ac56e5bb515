/** Characters that a terminal or an editor obeys: controls (C0, C1), separators of lines, and what turns the direction of text. */
const OBEYED = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu;

/** Text from files, fit to be shown on one line: what would be obeyed is shown as an escape instead. */
export function printable(text: string): string {
  return text.replace(OBEYED, escaped);
}

/** The same for text of several lines, which may be indented. In JSON the escapes mean what they replace. */
export function printableLines(text: string): string {
  return text.replace(OBEYED, (unit) => (unit === '\n' || unit === '\t' ? unit : escaped(unit)));
}

/** Whether a text is shown on one line as it is; tabs are. */
export function isPrintable(text: string): boolean {
  return !text.includes('\n') && printableLines(text) === text;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
