/** Removes what people confuse from a column's name: case, spaces, and the characters that exports write for spaces. */
export function foldColumn(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '');
}

/** Groups columns with similar names, by their folded names. */
export function columnsByFold(columns: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const column of columns) {
    const group = groups.get(foldColumn(column));
    if (group === undefined) groups.set(foldColumn(column), [column]);
    else group.push(column);
  }
  return groups;
}
