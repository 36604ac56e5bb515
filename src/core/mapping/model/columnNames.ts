/** A column's name without what people mistake: case, blanks, and the marks that exports put for blanks. */
export function foldColumn(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '');
}

/** The columns by their folded names, so that those that are easily mistaken for each other are found together. */
export function columnsByFold(columns: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const column of columns) {
    const group = groups.get(foldColumn(column));
    if (group === undefined) groups.set(foldColumn(column), [column]);
    else group.push(column);
  }
  return groups;
}
