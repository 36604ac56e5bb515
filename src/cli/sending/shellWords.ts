/** A command of this program, quoted for a shell. */
export function inShell(words: readonly string[]): string {
  return ['entra-inbound', ...words.map(quoted)].join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
