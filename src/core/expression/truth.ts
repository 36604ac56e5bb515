import type { ComparisonOperator } from './syntax';
import type { Value } from './value';
import { asText, isDateTime } from './value';

const INTEGER = /^-?[0-9]+$/;

/** Whether a value holds as a condition: a boolean, the text `true` in any case, or an integer that is not zero. */
export function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  const text = asText(value);
  if (text === null) return false;
  return text.toLowerCase() === 'true' || (INTEGER.test(text) && BigInt(text) !== 0n);
}

/**
 * `left operator right`. A comparison with an absent value is false, except `<>` when exactly one side is absent.
 * Two instants compare as times, two integers as numbers, everything else as text, code unit by code unit.
 */
export function compare(operator: ComparisonOperator, left: Value, right: Value): boolean {
  if (isDateTime(left) && isDateTime(right)) return holds(operator, order(left.ticks, right.ticks));
  const a = asText(left);
  const b = asText(right);
  if (a === null || b === null) return operator === '<>' && a !== b;
  return holds(operator, INTEGER.test(a) && INTEGER.test(b) ? order(BigInt(a), BigInt(b)) : order(a, b));
}

function order<Comparable extends string | bigint>(a: Comparable, b: Comparable): number {
  return a < b ? -1 : Number(a > b);
}

function holds(operator: ComparisonOperator, sign: number): boolean {
  switch (operator) {
    case '=':
      return sign === 0;
    case '<>':
      return sign !== 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
  }
}
