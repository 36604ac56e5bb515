/** What JSON can say. Objects read from outside have no prototype to fall back on: use {@link member}. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own member; `undefined` when it has none of that name, whatever its prototype has. */
export function member(object: unknown, name: string): JsonValue | undefined {
  return isJsonObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The member as a text, or `undefined` when it is absent or something else. */
export function stringMember(object: unknown, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? value : undefined;
}

/** The outcome of reading JSON that may be wrong: a value, or why there is none. */
export type JsonReading = { readonly value: JsonValue } | { readonly error: string };

/** Parses JSON without throwing. */
export function readJson(text: string): JsonReading {
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
