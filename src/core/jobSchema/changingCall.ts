import { findFunction } from '../expression/functions/table';
import type { Call, Expression } from '../expression/syntax';

/**
 * Returns the first call whose changing value is part of the result. A value that is only compared is not: a condition
 * on Now changes with the calendar, not with every update, and DateDiff is the way to compare dates.
 */
export function changingCall(expression: Expression): Call | undefined {
  if (expression.kind !== 'call') return undefined;
  const needs = findFunction(expression.name)?.needs;
  if (needs === 'random' || needs === 'clock') return expression;
  if (expression.name === 'DateDiff') return undefined;
  for (const { expression: argument } of expression.slots) {
    const found = argument && changingCall(argument);
    if (found !== undefined) return found;
  }
  return undefined;
}
