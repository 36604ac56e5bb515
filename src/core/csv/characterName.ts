const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** The name of a delimiter in a message: `semicolon`; a delimiter without a name is shown in quotes. */
export function characterName(character: string): string {
  return NAMES[character] ?? `"${character}"`;
}
