import { findTooDeep, jsonLimits } from './jsonLimits';

/** A JSON value. Read the members of objects with {@link member}, which ignores prototypes. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own member, regardless of its prototype; `undefined` if there is none with this name. */
export function member(object: unknown, name: string): JsonValue | undefined {
  return isJsonObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The member as a string; `undefined` if it is missing or not a string. */
export function stringMember(object: unknown, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? value : undefined;
}

/** The result of parsing JSON: a value, or why there is none. */
export type JsonReading = { readonly value: JsonValue } | UnreadJson;

export interface UnreadJson {
  /** Continues a sentence after "It is": `not JSON: …`, `nested more than …`. May quote a piece of the text. */
  readonly error: string;
  readonly isTooDeep: boolean;
}

/**
 * Parses JSON without throwing. Refuses text that is nested too deeply: `JSON.parse` accepts it, but code that walks,
 * copies or writes the value would overflow the stack.
 */
export function readJson(text: string): JsonReading {
  const deep = findTooDeep(text);
  if (deep !== undefined) {
    const error = `nested more than ${jsonLimits.depth} levels deep, from character ${deep.span.start + 1} on`;
    return { error, isTooDeep: true };
  }
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : String(error)}`, isTooDeep: false };
  }
}

/** A sentence about a text that was not parsed. Does not quote the text, which may contain personal data. */
export function sayUnread(what: string, { isTooDeep }: UnreadJson): string {
  return isTooDeep ? `${what} is nested more than ${jsonLimits.depth} levels deep.` : `${what} is not JSON.`;
}
