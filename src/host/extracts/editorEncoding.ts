/** Those that VS Code does not call like the WHATWG Encoding standard without its marks. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ibm866: 'cp866',
  big5: 'cp950',
  macintosh: 'macroman',
  iso88598i: 'iso88598',
};

/**
 * VS Code's name of an encoding; one that it does not know it takes for its default.
 * @param encoding canonical name of the WHATWG Encoding standard: `windows-1252`
 */
export function editorEncoding(encoding: string): string {
  const plain = encoding.toLowerCase().replace(/[^a-z0-9]/g, '');
  return OTHER_NAMES[plain] ?? plain;
}
