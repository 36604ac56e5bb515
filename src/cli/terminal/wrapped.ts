/** Columns of a terminal of default width. */
const WIDTH = 80;

/**
 * Wraps a text for a terminal, with a hanging indent. A word that is longer than a line is not broken, because it may
 * be a path or a command to copy.
 *
 * @param first the start of the first line, which determines the indent
 */
export function wrapped(text: string, first: string, width = WIDTH): readonly string[] {
  const indent = ' '.repeat(first.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && first.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each, index) => `${index === 0 ? first : indent}${each}`);
}
