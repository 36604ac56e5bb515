import { findTooDeep, jsonLimits } from './jsonLimits';

/** A JSON value. Objects read from outside have no prototype: use {@link member}. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: JsonValue;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's own member; `undefined` if there is none of that name, regardless of its prototype. */
export function member(object: unknown, name: string): JsonValue | undefined {
  return isJsonObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The member as a text, or `undefined` when it is absent or something else. */
export function stringMember(object: unknown, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' ? value : undefined;
}

/** The outcome of reading JSON that may be wrong: a value, or why there is none. */
export type JsonReading = { readonly value: JsonValue } | UnreadJson;

export interface UnreadJson {
  /** What the text is, to follow "It is": `not JSON: …`, `nested more than …`. May quote a piece of the text. */
  readonly error: string;
  readonly isTooDeep: boolean;
}

/**
 * Parses JSON without throwing. A text that is nested too deeply gives no value: `JSON.parse` accepts it, but code that
 * walks, copies or writes it would overflow the stack.
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

/** One sentence on a text that was not read. It does not quote the text, which may be about people. */
export function sayUnread(what: string, { isTooDeep }: UnreadJson): string {
  return isTooDeep ? `${what} is nested more than ${jsonLimits.depth} levels deep.` : `${what} is not JSON.`;
}
