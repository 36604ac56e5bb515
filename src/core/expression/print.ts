import type { Expression } from './syntax';

/** Writes a text as a literal of the language: quotes and backslashes are escaped. */
export function printString(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * Writes an expression in canonical form, on one line, as the service prints it: all slots, including empty ones, are
 * joined by `, `. Parsing the result gives the same tree, except for the spans.
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
