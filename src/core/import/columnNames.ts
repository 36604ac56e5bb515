/** The columns of the extract for an imported mapping, if there is one. */
export interface KnownColumns {
  readonly columns?: readonly string[];
}

/** A resolved column name: the extract's own spelling, and whether the extract has it. */
export interface ColumnName {
  readonly name: string;
  readonly isUnknown: boolean;
}

/**
 * Returns a function that finds a column as PowerShell does, ignoring case, and gives the extract's spelling, because
 * the mapping language is case-sensitive. Without an extract, names are unchanged.
 */
export function columnFinder({ columns }: KnownColumns): (name: string) => ColumnName {
  const exact = new Set(columns);
  const folded = new Map<string, string>();
  for (const column of columns ?? []) if (!folded.has(column.toLowerCase())) folded.set(column.toLowerCase(), column);
  return (name) => {
    if (columns === undefined || exact.has(name)) return { name, isUnknown: false };
    const found = folded.get(name.toLowerCase());
    return found === undefined ? { name, isUnknown: true } : { name: found, isUnknown: false };
  };
}
