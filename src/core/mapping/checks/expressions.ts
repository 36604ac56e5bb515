import { checkExpression } from '../../expression/check';
import { expressionProblemKinds } from '../../expression/problemKinds';
import type { MappingCheck } from './mappingCheck';

/** Expressions are what Entra's language allows; a rule's value is a call, a column or a constant. */
export const expressions: MappingCheck = {
  kinds: expressionProblemKinds,
  *find({ model }) {
    for (const condition of model.conditions) yield* checkExpression(condition, true);
    for (const { expression } of model.rules) yield* checkExpression(expression);
  },
};
