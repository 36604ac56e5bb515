/** Encodings whose name in VS Code is not the WHATWG name without its punctuation. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  ibm866: 'cp866',
  big5: 'cp950',
  macintosh: 'macroman',
  iso88598i: 'iso88598',
};

/**
 * VS Code's name of an encoding; VS Code takes an unknown name for its default.
 * @param encoding canonical name of the WHATWG Encoding standard: `windows-1252`
 */
export function editorEncoding(encoding: string): string {
  const plain = encoding.toLowerCase().replace(/[^a-z0-9]/g, '');
  return OTHER_NAMES[plain] ?? plain;
}

/** Names in VS Code that do not follow a rule. */
const STANDARD_NAMES: Readonly<Record<string, string>> = {
  cp950: 'big5',
  big5hkscs: 'big5',
  macroman: 'macintosh',
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
};

/**
 * The standard's name of the encoding in which the user has a document open; `undefined` for Unicode, which a file shows by itself.
 * @param name VS Code's: `windows1252`
 */
export function standardEncoding(name: string): string | undefined {
  if (name.startsWith('utf')) return undefined;
  return STANDARD_NAMES[name] ?? name.replace(/^windows(?=\d)/, 'windows-').replace(/^iso8859(?=\d)/, 'iso-8859-');
}
