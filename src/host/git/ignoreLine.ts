/**
 * The line of a `.gitignore` that means one file and no other.
 * @param path of the file, from the folder of the `.gitignore` on, with forward slashes
 */
export function ignoreLine(path: string): string {
  // A slash at its start ties it to that folder, and makes `#` and `!` ordinary
  return `/${path.replaceAll(/[\\*?[]/g, '\\$&').replace(/ +$/, (spaces) => '\\ '.repeat(spaces.length))}`;
}

/** The text of a `.gitignore` with one more line, in its line ends. */
export function withIgnoreLine(text: string, line: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text === '' || text.endsWith('\n') ? text : text + lineEnd;
  return before + line + lineEnd;
}
