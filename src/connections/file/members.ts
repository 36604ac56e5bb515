import type { JsonObject, JsonValue } from '../../core/json/jsonValue';
import { member } from '../../core/json/jsonValue';
import { nearest } from '../../core/text/nearest';

/** The rules for a member of a connection file. */
export interface MemberShape {
  readonly isOptional?: boolean;
  /** What the value must be; follows "Expected" in a message. */
  readonly expected: string;
  readonly accepts: (value: JsonValue) => boolean;
}

export type ObjectShape = Readonly<Record<string, MemberShape>>;

/** A string member that `accepts` validates. */
export function textMember(expected: string, accepts: (text: string) => boolean): MemberShape {
  return { expected, accepts: (value) => typeof value === 'string' && accepts(value) };
}

export function optional(shape: MemberShape): MemberShape {
  return { ...shape, isOptional: true };
}

/**
 * Why an object does not have its shape; `undefined` if it does. Names the member but never its value, which may be a
 * secret.
 *
 * @param outer the object's own name followed by a dot
 */
export function refuseMembers(json: JsonObject, shape: ObjectShape, outer = ''): string | undefined {
  const names = Object.keys(shape);
  const unknown = Object.keys(json).find((name) => !Object.hasOwn(shape, name));
  if (unknown !== undefined) return describeUnknown(unknown, names, outer);
  for (const [name, { isOptional = false, expected, accepts }] of Object.entries(shape)) {
    const value = member(json, name);
    if (value === undefined && !isOptional) return `Missing member "${outer}${name}". Expected ${expected}.`;
    if (value !== undefined && !accepts(value)) return `Invalid "${outer}${name}". Expected ${expected}.`;
  }
  return undefined;
}

/** Describes an unknown member, with the most similar known one. */
export function describeUnknown(name: string, names: readonly string[], outer = ''): string {
  const meant = nearest(name, names);
  return meant === undefined
    ? `Unknown member "${outer}${name}". Available: ${names.join(', ')}.`
    : `Unknown member "${outer}${name}". Did you mean "${outer}${meant}"?`;
}
