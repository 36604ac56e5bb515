/**
 * Copies a text, so that it does not keep alive the larger text that it was sliced from. For texts of an extract that
 * outlive their block of the file.
 */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** Copies every text in a value of objects and lists. */
export function detachedCopy<T>(value: T): T {
  return copyOf(value) as T;
}

/** The engine copies shorter slices anyway. */
const SHORTEST_SLICE = 13;

function copyOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length < SHORTEST_SLICE ? value : detached(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}
