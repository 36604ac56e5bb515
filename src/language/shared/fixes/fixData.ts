type Data = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textIn(data: Data, key: string): string | undefined {
  const value = data[key];
  return typeof value === 'string' ? value : undefined;
}

export function numberIn(data: Data, key: string): number | undefined {
  const value = data[key];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** The strings of a list; empty if the list is missing. */
export function textsIn(data: Data, key: string): readonly string[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

/** The values in the only column of status rows, with "" for an empty cell, and the number of records of each. */
export function statusRowsIn(data: Data, key: string): readonly { readonly word: string; readonly count: number }[] {
  const rows: readonly unknown[] = Array.isArray(data[key]) ? data[key] : [];
  return rows.flatMap((row) => {
    if (!isObject(row) || !Array.isArray(row.cells) || row.cells.length !== 1) return [];
    const cell: unknown = row.cells[0];
    const count = numberIn(row, 'count') ?? 0;
    return cell === null ? [{ word: '', count }] : typeof cell === 'string' ? [{ word: cell, count }] : [];
  });
}
