import type { EvaluationContext } from './context';
import type { Evaluate } from './functions/functionEntry';
import { findFunction } from './functions/table';
import type { Call, Comparison, Expression } from './syntax';
import { compare } from './truth';
import type { Value } from './value';

/** How an expression gets at an attribute of what it is evaluated on; asked once for each name, when compiling. */
export type ResolveAttribute<Source> = (name: string) => (source: Source) => Value;

/** Looks at every value that a node of the tree yields; the value it gives back is the one that counts. */
export type Watch<Source> = (node: Expression, evaluate: Evaluate<Source>) => Evaluate<Source>;

/**
 * Turns an expression into a closure, once, to be called for any number of sources. The expression must have been
 * checked: a problem that the checker would have found is a mistake of the caller here.
 */
export function compileExpression<Source>(
  expression: Expression,
  resolve: ResolveAttribute<Source>,
  watch?: Watch<Source>,
): Evaluate<Source> {
  const evaluate = compileNode(expression, resolve, watch);
  return watch === undefined ? evaluate : watch(expression, evaluate);
}

function compileNode<Source>(
  expression: Expression,
  resolve: ResolveAttribute<Source>,
  watch: Watch<Source> | undefined,
): Evaluate<Source> {
  switch (expression.kind) {
    case 'attribute':
      return resolve(expression.name);
    case 'string':
    case 'integer':
      return constant(expression.value);
    case 'word':
      return constant(wordValue(expression.name));
    case 'comparison':
      return compileComparison(expression, resolve, watch);
    case 'call':
      return compileCall(expression, resolve, watch);
  }
}

function constant(value: Value): () => Value {
  return () => value;
}

function wordValue(name: string): Value {
  return name === 'IgnoreAttributeFlow' || name === 'IgnoreObjectFlow' ? { directive: name } : name;
}

function compileComparison<Source>(
  node: Comparison,
  resolve: ResolveAttribute<Source>,
  watch: Watch<Source> | undefined,
): Evaluate<Source> {
  const left = compileExpression(node.left, resolve, watch);
  const right = compileExpression(node.right, resolve, watch);
  const { operator } = node;
  return (source: Source, context: EvaluationContext) =>
    compare(operator, left(source, context), right(source, context));
}

function compileCall<Source>(
  call: Call,
  resolve: ResolveAttribute<Source>,
  watch: Watch<Source> | undefined,
): Evaluate<Source> {
  const entry = findFunction(call.name);
  if (entry === undefined) throw new Error(`function ${call.name} was compiled without having been checked`);
  const args = call.slots.map((slot) =>
    slot.expression === undefined ? undefined : compileExpression(slot.expression, resolve, watch),
  );
  return entry.compile(args, call.span);
}
