/**
 * The line of a `.gitignore` that matches one file only.
 * @param path of the file, relative to the folder of the `.gitignore`, with forward slashes
 */
export function ignoreLine(path: string): string {
  // A leading slash anchors it to that folder, and makes `#` and `!` ordinary
  return `/${path.replaceAll(/[\\*?[]/g, '\\$&').replace(/ +$/, (spaces) => '\\ '.repeat(spaces.length))}`;
}

/** The text of a `.gitignore` with one more line, with the same line ends. */
export function withIgnoreLine(text: string, line: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? text : text + lineEnd;
  return before + line + lineEnd;
}
