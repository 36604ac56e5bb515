import { checkExpression } from '../../../core/expression/check';
import { compileExpression } from '../../../core/expression/compile';
import { underBudget, WorkBudget } from '../../../core/expression/limits/workBudget';
import { EMPTY_CONTEXT } from '../../../core/expression/context';
import type { Evaluate } from '../../../core/expression/functions/functionEntry';
import { parseExpression } from '../../../core/expression/parser';
import type { Expression } from '../../../core/expression/syntax';
import { asText, EvaluationError, isDateTime } from '../../../core/expression/value';
import { columnsOf } from '../../../core/mapping/model/columns';
import type { ColumnProfile, CountedValue } from '../../../core/profile/extractProfile';
import type { Span } from '../../../core/text/span';
import type { MappingDocument } from '../document/mappingDocument';

/** The results of an expression over one column for the records of the extract. */
export interface KnownValues {
  readonly values: readonly CountedValue[];
  /** Number of records whose cell is empty. */
  readonly empty: number;
}

/** The values of the expression at a place; `undefined` unless it reads exactly one known column. */
export function knownValues({ text, knowledge }: MappingDocument, where: Span): KnownValues | undefined {
  const { expression, problems } = parseExpression(text, where, { lineOriented: true });
  if (expression === undefined || problems.length > 0) return undefined;
  const [column, ...others] = new Set(columnsOf(expression).map((use) => use.column));
  const { profile } = knowledge.extract ?? {};
  const found = profile?.columns.find((candidate) => candidate.column === column);
  if (profile === undefined || found === undefined || others.length > 0) return undefined;
  const empty = profile.records - found.filled;
  if (expression.kind === 'attribute') return { values: found.values, empty };
  for (const problem of checkExpression(expression)) if (problem.severity === 'error') return undefined;
  return { values: evaluated(expression, found), empty };
}

/** The result of the expression for each value of its column; values without a result are left out. */
function evaluated(expression: Expression, { values }: ColumnProfile): readonly CountedValue[] {
  // All values share one budget, so that an expensive expression cannot delay completion
  const budget = new WorkBudget();
  const compiled = compileExpression<string>(expression, () => (value) => value, { meter: budget.meter });
  const evaluate = underBudget(compiled, budget, (value) => value.length);
  const counts = new Map<string, number>();
  for (const { value, count } of values) {
    const result = resultOf(evaluate, value);
    if (result !== undefined) counts.set(result, (counts.get(result) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

function resultOf(evaluate: Evaluate<string>, value: string): string | undefined {
  try {
    const result = evaluate(value, EMPTY_CONTEXT);
    return isDateTime(result) ? undefined : (asText(result) ?? undefined);
  } catch (error) {
    // A value without a result cannot be compared
    if (!(error instanceof EvaluationError)) throw error;
    return undefined;
  }
}
