/** Characters that end lines, change the reading direction or are invisible. They are shown by code point. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const BY_NAME: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text on one line with all characters visible, truncated at about `length` characters. */
export function visible(text: string, length = 60): string {
  return cut(text, length).replace(INVISIBLE, shown);
}

/** Like {@link visible}, but keeps line breaks. */
export function visibleLines(text: string, length = 4_000): string {
  return cut(text, length)
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, (one) => (one === '\n' ? one : shown(one)));
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

function shown(character: string): string {
  return BY_NAME[character] ?? `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}
