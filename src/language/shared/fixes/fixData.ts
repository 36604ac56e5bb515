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

/** The texts of a list; none when it is missing. */
export function textsIn(data: Data, key: string): readonly string[] {
  const value = data[key];
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
}

/** What the only column of status rows holds, an empty cell as "". */
export function statusesIn(data: Data, key: string): readonly string[] {
  const rows: readonly unknown[] = Array.isArray(data[key]) ? data[key] : [];
  return rows.flatMap((row) => {
    const cells: unknown = typeof row === 'object' && row !== null && 'cells' in row ? row.cells : undefined;
    if (!Array.isArray(cells) || cells.length !== 1) return [];
    const cell: unknown = cells[0];
    return cell === null ? [''] : typeof cell === 'string' ? [cell] : [];
  });
}
