import type { ComparisonOperator } from './syntax';
import type { Value } from './value';
import { asText } from './value';

const INTEGER = /^-?[0-9]+$/;

/** Whether a value holds as a condition: a boolean, the text `true` in any case, or an integer that is not zero. */
export function isTrue(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  const text = asText(value);
  if (text === null) return false;
  return text.toLowerCase() === 'true' || (INTEGER.test(text) && BigInt(text) !== 0n);
}

/**
 * `left operator right`. A comparison with an absent value does not hold, save `<>` when exactly one side is absent.
 * Two integers compare as numbers, all else as text, character code by character code.
 */
export function compare(operator: ComparisonOperator, left: Value, right: Value): boolean {
  const a = asText(left);
  const b = asText(right);
  if (a === null || b === null) return operator === '<>' && a !== b;
  const order =
    INTEGER.test(a) && INTEGER.test(b)
      ? Number(BigInt(a) > BigInt(b)) - Number(BigInt(a) < BigInt(b))
      : a < b
        ? -1
        : Number(a > b);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
  }
}
