import type { Span } from '../../text/span';
import type { Value } from '../value';
import { EvaluationError, isList, isRoles } from '../value';

/**
 * The maximum size of a function's value, in UTF-16 units. The size of a list is the sum of its texts, plus one unit
 * for each.
 */
export const MAX_RESULT = 1_048_576;

/** The size of a role besides its name, which it contains twice. */
const ROLE_FRAME = 100;

/** The size of a value in UTF-16 units; 0 for values that cannot be large. */
export function sizeOf(value: Value): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let size = 0;
  if (isList(value)) for (const text of value) size += text.length + 1;
  else if (isRoles(value)) for (const { value: name } of value.roles) size += 2 * String(name).length + ROLE_FRAME;
  return size;
}

/** The size of roles with these names. */
export function sizeOfRoles(names: readonly string[]): number {
  return names.reduce((size, name) => size + 2 * name.length + ROLE_FRAME, 0);
}

/**
 * Refuses a value over the limit. Called before a function makes a value that can be larger than its arguments, so that
 * no value over the limit is built.
 */
export function refuseOver(size: number, at: Span): void {
  if (size <= MAX_RESULT) return;
  throw new EvaluationError(
    'E_SIZE',
    'The function returns more than the limit of 1 MiB of text. Shorten its arguments with Left, or use a shorter replacement.',
    at,
  );
}
