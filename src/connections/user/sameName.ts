/** Whether two connections have the same name: case and the way letters are encoded do not count. */
export function isSameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** A name as it is compared. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
