import type { Evaluate } from './functions/functionEntry';
import { findFunction } from './functions/table';
import type { Call, Comparison, Expression } from './syntax';
import { compare } from './truth';
import type { Value } from './value';

/** How an expression gets at an attribute of what it is evaluated on; asked once for each name, when compiling. */
export type ResolveAttribute<Source> = (name: string) => Evaluate<Source>;

/**
 * Turns an expression into a closure, once, to be called for any number of sources. The expression must have been
 * checked: a problem that the checker would have found is a mistake of the caller here.
 */
export function compileExpression<Source>(expression: Expression, resolve: ResolveAttribute<Source>): Evaluate<Source> {
  switch (expression.kind) {
    case 'attribute':
      return resolve(expression.name);
    case 'string':
      return constant(expression.value);
    case 'integer':
      return constant(expression.value);
    case 'word':
      return constant(wordValue(expression.name));
    case 'comparison':
      return compileComparison(expression, resolve);
    case 'call':
      return compileCall(expression, resolve);
  }
}

function constant(value: Value): () => Value {
  return () => value;
}

function wordValue(name: string): Value {
  return name === 'IgnoreAttributeFlow' || name === 'IgnoreObjectFlow' ? { directive: name } : name;
}

function compileComparison<Source>(node: Comparison, resolve: ResolveAttribute<Source>): Evaluate<Source> {
  const left = compileExpression(node.left, resolve);
  const right = compileExpression(node.right, resolve);
  const { operator } = node;
  return (source) => compare(operator, left(source), right(source));
}

function compileCall<Source>(call: Call, resolve: ResolveAttribute<Source>): Evaluate<Source> {
  const entry = findFunction(call.name);
  if (entry === undefined) throw new Error(`function ${call.name} was compiled without having been checked`);
  const args = call.slots.map((slot) =>
    slot.expression === undefined ? undefined : compileExpression(slot.expression, resolve),
  );
  return entry.compile(args, call.span);
}
