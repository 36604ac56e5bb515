import type { Expression } from './syntax';

/** A text as the language writes it: quotes and backslashes are escaped. */
export function printString(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * An expression in canonical form, on one line, as the service itself prints it: every slot joined by `, `, empty ones kept.
 * Parsing it gives the same tree again, spans apart.
 */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'attribute':
      return `[${expression.name}]`;
    case 'string':
      return printString(expression.value);
    case 'integer':
      return expression.value;
    case 'word':
      return expression.name;
    case 'comparison':
      return `${printExpression(expression.left)} ${expression.operator} ${printExpression(expression.right)}`;
    case 'call':
      return `${expression.name}(${expression.slots.map((slot) => (slot.expression === undefined ? '' : printExpression(slot.expression))).join(', ')})`;
  }
}
