/** Whether two connections have the same name: ignoring case and Unicode form. */
export function isSameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** The form of a name for comparison. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
