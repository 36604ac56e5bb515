const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' };

/** What a delimiter is called in a message: `semicolon`; one without a name is shown in quotes. */
export function characterName(character: string): string {
  return NAMES[character] ?? `"${character}"`;
}
