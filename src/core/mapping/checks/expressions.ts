import { checkExpression } from '../../expression/check';
import { expressionProblemKinds } from '../../expression/problemKinds';
import type { MappingCheck } from './mappingCheck';

/** Expressions are what Entra's language allows; a rule's value is a call, a column or a constant. */
export const expressions: MappingCheck = {
  kinds: expressionProblemKinds,
  ofCondition: (condition) => checkExpression(condition, true),
  ofRule: ({ expression }) => checkExpression(expression),
};
