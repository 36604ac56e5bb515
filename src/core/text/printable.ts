/**
 * Characters that control a terminal or an editor: controls (C0, C1), line separators, and characters that change the
 * direction of text.
 */
const OBEYED = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu;

/** Text from files, safe to show on one line: control characters are shown as escapes. */
export function printable(text: string): string {
  return text.replace(OBEYED, escaped);
}

/**
 * Like {@link printable}, for several lines, which may be indented. In JSON, the escapes mean the same as the
 * characters.
 */
export function printableLines(text: string): string {
  return text.replace(OBEYED, (unit) => (unit === '\n' || unit === '\t' ? unit : escaped(unit)));
}

/** Whether a text is shown on one line unchanged; tabs are. */
export function isPrintable(text: string): boolean {
  return !text.includes('\n') && printableLines(text) === text;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
