/**
 * A copy of a text that does not keep the larger text alive that it was cut from, unlike slices of a string. For texts
 * of an extract that outlive their block of the file.
 */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

/** The same for every text in a value of objects and lists. */
export function detachedCopy<T>(value: T): T {
  return copyOf(value) as T;
}

/** Shorter slices are copies anyway. */
const SHORTEST_SLICE = 13;

function copyOf(value: unknown): unknown {
  if (typeof value === 'string') return value.length < SHORTEST_SLICE ? value : detached(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}
