import { convertValue } from '../convertValue';
import type { MappingCheck } from '../mappingCheck';

/** A constant that its attribute cannot take would refuse every record. */
export const constantType: MappingCheck = function* ({ model }) {
  for (const { expression, type, path } of model.rules) {
    if (expression.kind !== 'string' && expression.kind !== 'integer') continue;
    const conversion = convertValue(expression.value, type);
    if ('json' in conversion) continue;
    yield {
      code: 'mapping.constant-type',
      severity: 'error',
      message: `"${path.attribute}" is of type ${type}, which this constant is not: every record would be refused.`,
      span: expression.span,
    };
  }
};
