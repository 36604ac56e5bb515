import type { Span } from '../../text/span';
import type { Value } from '../value';
import { EvaluationError, isList, isRoles } from '../value';

/** No value that a function makes is larger, in UTF-16 units; a list counts as its texts, each with one unit more. */
export const MAX_RESULT = 1_048_576;

/** What a role takes besides its name, which it holds twice. */
const ROLE_FRAME = 100;

/** How large a value is, as far as it can be large. */
export function sizeOf(value: Value): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let size = 0;
  if (isList(value)) for (const text of value) size += text.length + 1;
  else if (isRoles(value)) for (const { value: name } of value.roles) size += 2 * String(name).length + ROLE_FRAME;
  return size;
}

/** How large the roles of these names would be. */
export function sizeOfRoles(names: readonly string[]): number {
  return names.reduce((size, name) => size + 2 * name.length + ROLE_FRAME, 0);
}

/** Called before a function makes a value that can be larger than what it is given: what is too large is never made. */
export function refuseOver(size: number, at: Span): void {
  if (size <= MAX_RESULT) return;
  throw new EvaluationError(
    'E_SIZE',
    'The function gives more than 1 MiB of text, which is the limit. Shorten what it is given with Left, or replace by a shorter text.',
    at,
  );
}
