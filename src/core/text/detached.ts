/**
 * A copy of a text that does not keep alive the larger text that it was cut from, as slices of a string do. For texts of an
 * extract that are kept when their block of the file is gone.
 */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** The same of every text in a value made of objects and lists. */
export function detachedCopy<T>(value: T): T {
  return copyOf(value) as T;
}

/** Slices of fewer characters are copies anyhow. */
const SHORTEST_SLICE = 13;

function copyOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length < SHORTEST_SLICE ? value : detached(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}
