import type { EvaluationContext } from './context';
import type { Evaluate } from './functions/functionEntry';
import { findFunction } from './functions/table';
import type { Call, Comparison, Expression } from './syntax';
import { sizeOf } from './limits/resultLimit';
import { compare } from './truth';
import type { Value } from './value';
import { WorkMeter } from './limits/workMeter';

/** Returns a function that reads an attribute of a source. Called when compiling, not for each source. */
export type ResolveAttribute<Source> = (name: string) => (source: Source) => Value;

/** Wraps the evaluation of a node of the tree, for example to record its result. */
export type Watch<Source> = (node: Expression, evaluate: Evaluate<Source>) => Evaluate<Source>;

export interface CompileOptions<Source> {
  readonly watch?: Watch<Source>;
  /**
   * Counts the text that evaluation produces; its owner resets it for each evaluation. Without it, each evaluation has
   * a separate limit.
   */
  readonly meter?: WorkMeter;
}

/**
 * Compiles an expression into a closure that can be called for any number of sources. The expression must have been
 * checked: compiling one with problems is a bug of the caller.
 */
export function compileExpression<Source>(
  expression: Expression,
  resolve: ResolveAttribute<Source>,
  { watch, meter: given }: CompileOptions<Source> = {},
): Evaluate<Source> {
  const meter = given ?? new WorkMeter();
  const compiler = new Compiler(resolve, meter, watch);
  // An attribute alone does not produce new text
  const evaluate =
    expression.kind === 'attribute'
      ? compiler.watched(expression, resolve(expression.name))
      : compiler.compile(expression);
  if (given !== undefined) return evaluate;
  return (source, context) => {
    meter.begin();
    return evaluate(source, context);
  };
}

class Compiler<Source> {
  readonly #resolve: ResolveAttribute<Source>;
  readonly #meter: WorkMeter;
  readonly #watch: Watch<Source> | undefined;

  constructor(resolve: ResolveAttribute<Source>, meter: WorkMeter, watch: Watch<Source> | undefined) {
    this.#resolve = resolve;
    this.#meter = meter;
    this.#watch = watch;
  }

  compile(expression: Expression): Evaluate<Source> {
    return this.watched(expression, this.#node(expression));
  }

  watched(expression: Expression, evaluate: Evaluate<Source>): Evaluate<Source> {
    return this.#watch === undefined ? evaluate : this.#watch(expression, evaluate);
  }

  #node(expression: Expression): Evaluate<Source> {
    switch (expression.kind) {
      case 'attribute':
        return this.#attribute(expression);
      case 'string':
      case 'integer':
        return constant(expression.value);
      case 'word':
        return constant(wordValue(expression.name));
      case 'comparison':
        return this.#comparison(expression);
      case 'call':
        return this.#call(expression);
    }
  }

  #attribute({ name, span }: Extract<Expression, { kind: 'attribute' }>): Evaluate<Source> {
    const read = this.#resolve(name);
    const meter = this.#meter;
    return (source) => {
      const value = read(source);
      meter.take(sizeOf(value), span);
      return value;
    };
  }

  #comparison(node: Comparison): Evaluate<Source> {
    const left = this.compile(node.left);
    const right = this.compile(node.right);
    const { operator } = node;
    return (source: Source, context: EvaluationContext) =>
      compare(operator, left(source, context), right(source, context));
  }

  #call(call: Call): Evaluate<Source> {
    const entry = findFunction(call.name);
    if (entry === undefined) throw new Error(`function ${call.name} was compiled before it was checked`);
    const args = call.slots.map((slot) => (slot.expression === undefined ? undefined : this.compile(slot.expression)));
    const evaluate = entry.compile(args, call.span);
    const meter = this.#meter;
    return (source, context) => {
      const value = evaluate(source, context);
      meter.takeResult(sizeOf(value), call.span);
      return value;
    };
  }
}

function constant(value: Value): () => Value {
  return () => value;
}

function wordValue(name: string): Value {
  return name === 'IgnoreAttributeFlow' || name === 'IgnoreObjectFlow' ? { directive: name } : name;
}
