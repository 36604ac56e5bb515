/** Whether two connections have the same name, ignoring case and Unicode form. */
export function isSameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** A name in the form for comparison. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
