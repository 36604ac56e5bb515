import { checkExpression } from '../../expression/check';
import { expressionProblemKinds } from '../../expression/problemKinds';
import type { MappingCheck } from './mappingCheck';

/** An expression must be valid in Entra's language; a rule's value is a call, a column or a constant. */
export const expressions: MappingCheck = {
  kinds: expressionProblemKinds,
  ofCondition: (condition) => checkExpression(condition, true),
  ofRule: ({ expression }) => checkExpression(expression),
};
