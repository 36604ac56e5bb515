import { isJsonObject } from '../json/jsonValue';
import { parseInstant } from '../logs/instant';

/** Tests whether a value read from a file has the expected shape. */
export type Shape<T> = (value: unknown) => value is T;

export const isText: Shape<string> = (value) => typeof value === 'string';

export const isFlag: Shape<boolean> = (value) => typeof value === 'boolean';

export const isNumber: Shape<number> = (value) => typeof value === 'number';

/** An integer of at least 0. */
export const isCount: Shape<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** SHA-256 in hexadecimal. */
export const isHash: Shape<string> = (value): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** ISO 8601. */
export const isTime: Shape<string> = (value): value is string =>
  typeof value === 'string' && parseInstant(value) !== undefined;

export function oneOf<T extends string | number>(...values: readonly T[]): Shape<T> {
  return (value): value is T => values.includes(value as T);
}

export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(shape);
}

export function recordOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isJsonObject(value) && Object.values(value).every(shape);
}

/** An object with these members; other members are ignored. */
export function objectOf<T>(members: { readonly [Name in keyof T]-?: Shape<T[Name]> }): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(members);
  return (value): value is T =>
    isJsonObject(value) && shapes.every(([name, shape]) => shape(Object.hasOwn(value, name) ? value[name] : undefined));
}
