/** Columns of a terminal that nobody has widened. */
const WIDTH = 80;

/**
 * A text as lines that fit into a terminal, each after the same indent. A word that is longer than a line stays whole: it may be a
 * path or a command to copy.
 * @param first what the first line begins with, as long as the indent
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
