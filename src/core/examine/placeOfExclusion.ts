import type { Expression } from '../expression/syntax';
import type { LoadedMapping } from '../mapping/loadMapping';
import type { FindingPlace } from './findingAt';
import { placeIn, WHOLE_MAPPING } from './findingAt';

/** The place of the expression that excludes records: in a condition, or in a rule that returns `IgnoreObjectFlow`. */
export function placeOfExclusion(loaded: LoadedMapping, expression: Expression): FindingPlace {
  const where = loaded.parsed.tree.statements.find(
    (statement) => statement.kind === 'where' && statement.condition === expression,
  );
  const statement = where ?? loaded.model.rules.find((rule) => rule.expression === expression)?.rule;
  return statement === undefined ? WHOLE_MAPPING : placeIn(loaded, statement.span, expression.span);
}
