import { formatInstant } from './dotnet/dates/formatInstant';
import type { DateTime } from './dotnet/dates/instant';
import type { Span } from '../text/span';

/** A directive for an attribute or a record, instead of a value. */
export interface Directive {
  readonly directive: 'IgnoreAttributeFlow' | 'IgnoreObjectFlow';
}

/** The result of a role function for a target's SCIM `roles`. Only the result of a mapping can be one. */
export interface Roles {
  readonly kind: 'roles';
  readonly roles: readonly Readonly<Record<string, string | boolean>>[];
}

/** The result of an expression. `null` is an absent value; a list is a multi-valued attribute. */
export type Value = string | boolean | bigint | null | readonly string[] | DateTime | Roles | Directive;

/** Run-time errors of the language: the codes that users see. */
export type EvaluationErrorCode = 'E_DATE' | 'E_INDEX' | 'E_REGEX' | 'E_TYPE' | 'E_SIZE' | 'E_NOT_UNIQUE' | 'E_CONTEXT';

/**
 * Thrown only while an expression is evaluated on a record. The evaluator of a user's rule catches it and turns it into
 * a problem of that record. The message does not contain a value of the record; `value` does.
 */
export class EvaluationError extends Error {
  readonly code: EvaluationErrorCode;
  readonly span: Span;
  readonly value: string | undefined;

  constructor(code: EvaluationErrorCode, message: string, where: Span, value?: string) {
    super(message);
    this.name = 'EvaluationError';
    this.code = code;
    this.span = where;
    this.value = value;
  }
}

export function isDirective(value: Value): value is Directive {
  return typeof value === 'object' && value !== null && 'directive' in value;
}

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

export function isDateTime(value: Value): value is DateTime {
  return typeof value === 'object' && value !== null && 'ticks' in value;
}

export function isRoles(value: Value): value is Roles {
  return typeof value === 'object' && value !== null && 'roles' in value;
}

/**
 * The value as a text: booleans as `True` and `False`, instants as `M/d/yyyy h:mm:ss tt` (both as .NET writes them with
 * the invariant culture), a list as its first element.
 */
export function asText(value: Value): string | null {
  if (typeof value === 'string' || value === null) return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return value.toString();
  if (isList(value)) return value[0] ?? null;
  return isDateTime(value) ? formatInstant(value) : null;
}

export function isEmpty(value: Value): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}
