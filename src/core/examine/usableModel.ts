import type { Expression } from '../expression/syntax';
import type { Span } from '../text/span';
import { columnsOf } from '../mapping/model/columns';
import type { LoadedMapping } from '../mapping/loadMapping';
import type { MappingModel } from '../mapping/model/model';

/** Reported at the first line for lack of a better place; the rules there are not wrong. */
const OF_WHOLE_MAPPING = 'mapping.missing-rule';

/**
 * The part of a mapping that can be run on an extract with these columns: its rules without errors. `undefined` if a
 * condition has an error, because it is then unknown which records are sent.
 */
export function usableModel(
  { parsed, model, problems }: LoadedMapping,
  columns: readonly string[],
): MappingModel | undefined {
  const known = new Set(columns);
  const errors = problems.filter(({ severity, code }) => severity === 'error' && code !== OF_WHOLE_MAPPING);
  const isRight = ({ start, end }: Span, expression: Expression | undefined) =>
    expression !== undefined &&
    columnsOf(expression).every(({ column }) => known.has(column)) &&
    !errors.some(({ span }) => span.start >= start && span.start <= end);
  for (const statement of parsed.tree.statements)
    if (statement.kind === 'where' && !isRight(statement.span, statement.condition)) return undefined;
  return { ...model, rules: model.rules.filter(({ rule, expression }) => isRight(rule.span, expression)) };
}
