// Markdown out of words of ours and of what stands in files of the user, which may be hostile.

/** Characters that end lines, turn the reading direction or are not seen at all; shown by their number. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const BY_NAME: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text on one line, all of its characters to be seen, cut at about `length` characters. */
export function visible(text: string, length = 60): string {
  const cut = text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return cut.replace(INVISIBLE, (one) => BY_NAME[one] ?? `\\u{${one.codePointAt(0)?.toString(16) ?? ''}}`);
}

/** The text as code within a line: nothing in it is Markdown, HTML or a link. */
export function code(text: string, length?: number): string {
  const shown = visible(text, length);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = shown === '' || /^[ `]|[ `]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}

/** A value of a cell or of a rule as code, in quotes: an empty text and blanks at its ends are to be seen. */
export function quotedCode(value: string, length?: number): string {
  return code(`"${visible(value, length)}"`, Infinity);
}

/** Markdown made here, for a cell of a table. */
function cell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Code on lines of its own. */
export function codeBlock(text: string): string {
  return `\`\`\`scimmap\n${text}\n\`\`\``;
}
