import { compileExpression } from './compile';
import type { ResolveAttribute, Watch } from './compile';
import type { EvaluationContext } from './context';
import { printExpression } from './print';
import type { Expression } from './syntax';
import type { Value } from './value';
import { EvaluationError } from './value';

/** The result of one node of an expression: its value or its error, and the steps of its parts. */
export interface ExplainedStep {
  readonly node: Expression;
  readonly text: string;
  readonly outcome: { readonly value: Value } | { readonly error: EvaluationError };
  /**
   * The steps of the evaluated arguments, in the order of evaluation. Lazy arguments that were not evaluated are
   * missing.
   */
  readonly parts: readonly ExplainedStep[];
}

/**
 * Evaluates an expression on one source, step by step: each call and comparison with its arguments and its result. The
 * expression must have been checked.
 */
export function explainExpression<Source>(
  expression: Expression,
  resolve: ResolveAttribute<Source>,
  source: Source,
  context: EvaluationContext,
): ExplainedStep {
  let steps: ExplainedStep[] = [];
  const watch: Watch<Source> = (node, evaluate) => (record, inner) => {
    const before = steps;
    const parts: ExplainedStep[] = [];
    steps = parts;
    const close = (outcome: ExplainedStep['outcome']) => {
      before.push({ node, text: printExpression(node), outcome, parts });
      steps = before;
    };
    try {
      const value = evaluate(record, inner);
      close({ value });
      return value;
    } catch (error) {
      if (error instanceof EvaluationError) close({ error });
      throw error;
    }
  };
  const run = compileExpression(expression, resolve, { watch });
  try {
    run(source, context);
  } catch (error) {
    // The steps already contain the error
    if (!(error instanceof EvaluationError)) throw error;
  }
  const [step] = steps;
  if (step === undefined) throw new Error('an expression was evaluated without a step');
  return step;
}
