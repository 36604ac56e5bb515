import { findFunction } from '../expression/functions/table';
import type { Call, Expression } from '../expression/syntax';

/**
 * The first call whose changing value reaches the result. A value that is only compared does not: a condition on Now
 * changes with the calendar and not with every update, and DateDiff is how dates are compared.
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
