import type { Span } from '../../text/span';
import type { EvaluationContext } from '../context';
import type { Value } from '../value';
import { asText, EvaluationError, isDateTime, isList, isRoles } from '../value';
import { parseDateTime } from '../dotnet/dates/parseDateTime';
import type { DateTime } from '../dotnet/dates/instant';
import type { Arguments, Evaluate } from './functionEntry';

const INTEGER = /^-?[0-9]+$/;

/** The argument in slot `index`, which the checker guarantees. */
export function required<Source>(args: Arguments<Source>, index: number): Evaluate<Source> {
  const argument = args[index];
  if (argument === undefined) throw new Error(`argument ${index} was compiled before it was checked`);
  return argument;
}

/** The arguments from slot `first` to the last, which the checker guarantees. */
export function requiredFrom<Source>(args: Arguments<Source>, first: number): readonly Evaluate<Source>[] {
  return args.slice(first).map((_, index) => required(args, first + index));
}

type Read<Source, Result> = (source: Source, context: EvaluationContext) => Result;

/** The argument as a text, or null. An omitted argument is null. */
export function text<Source>(args: Arguments<Source>, index: number): Read<Source, string | null> {
  const argument = args[index];
  return argument === undefined ? () => null : (source, context) => asText(argument(source, context));
}

/** The argument as a whole number; null stays null, anything else is `E_TYPE`. */
export function integer<Source>(args: Arguments<Source>, index: number, at: Span): Read<Source, bigint | null> {
  const argument = required(args, index);
  return (source, context) => toInteger(argument(source, context), at);
}

export function toInteger(value: Value, at: Span): bigint | null {
  const plain = asText(value);
  if (plain === null) return null;
  if (!INTEGER.test(plain)) throw new EvaluationError('E_TYPE', 'The value is not a whole number.', at, plain);
  return BigInt(plain);
}

/** A required whole number as a JavaScript number, which is enough for lengths and positions. */
export function place<Source>(args: Arguments<Source>, index: number, at: Span): Read<Source, number> {
  const read = integer(args, index, at);
  return (source, context) => {
    const value = read(source, context);
    if (value === null) throw new EvaluationError('E_TYPE', 'A whole number is missing.', at);
    return Number(value);
  };
}

/** The argument as an instant; null stays null, a text that is not a date is `E_DATE`. */
export function instant<Source>(args: Arguments<Source>, index: number, at: Span): Read<Source, DateTime | null> {
  const argument = required(args, index);
  return (source, context) => {
    const value = argument(source, context);
    if (value === null || isDateTime(value)) return value;
    const plain = asText(value) ?? '';
    const parsed = parseDateTime(plain, context.now);
    if (parsed === undefined) throw new EvaluationError('E_DATE', 'The text is not a recognised date.', at, plain);
    return parsed;
  };
}

/** The argument as a list: a single value is a list of one, null is an empty one. */
export function list<Source>(args: Arguments<Source>, index: number): Read<Source, readonly string[]> {
  const argument = required(args, index);
  return (source, context) => toList(argument(source, context));
}

export function toList(value: Value): readonly string[] {
  if (isList(value)) return value;
  if (isRoles(value)) return value.roles.map((role) => String(role.value));
  const single = asText(value);
  return single === null ? [] : [single];
}

/** Compiles a function of one text; it returns null for null. */
export function ofText(change: (text: string, at: Span) => Value) {
  return <Source>(args: Arguments<Source>, at: Span): Evaluate<Source> => {
    const read = text(args, 0);
    return (source, context) => {
      const plain = read(source, context);
      return plain === null ? null : change(plain, at);
    };
  };
}
