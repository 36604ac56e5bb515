import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { nearest } from '../../text/nearest';
import { filterOperators, findOperator, takes } from '../filterOperators';
import type { JobCheck } from '../jobCheck';
import { eachClause } from '../jobCheck';
import type { SchemaText } from '../jobSchema';
import { attributeOf } from '../resolveMappings';

const kinds = defineProblemKinds([
  {
    code: 'job.unknown-operator',
    severity: 'error',
    title: 'Unknown operator',
    explanation:
      'Scoping filters do not have an operator of that name. There is no "less than", and IsMemberOf is not supported.',
    remedy: 'Use one of the operators that the message names.',
    authority: 'Entra',
    example: {
      wrong: '"operatorName": "CONTAINS", "targetOperand": { "values": ["Lead"] }',
      right: '"operatorName": "Includes", "targetOperand": { "values": ["Lead"] }',
    },
  },
  {
    code: 'job.operator-spelling',
    severity: 'information',
    title: 'Unusual spelling of an operator',
    explanation:
      'The portal writes the operator differently. The JSON names of operators other than EQUALS are not documented, so the names of the portal are safest.',
    remedy: 'Use the suggested spelling.',
    authority: 'Entra',
    example: { wrong: '"operatorName": "IS_NOT_NULL"', right: '"operatorName": "IS NOT NULL"' },
  },
  {
    code: 'job.filter-type',
    severity: 'warning',
    title: 'Operator does not fit the attribute type',
    explanation:
      'The operator is for attributes of another type: IS TRUE needs a boolean, Greater_Than an integer. A clause that cannot be decided is false, so possibly nobody is in scope.',
    remedy: 'Use an operator for the type of the attribute.',
    authority: 'Entra',
    example: {
      wrong: '"sourceOperandName": "title", "operatorName": "IS TRUE"',
      right: '"sourceOperandName": "active", "operatorName": "IS TRUE"',
    },
  },
]);
const [unknownOperator, spelling, type] = kinds;

/** The operators of scoping filters. Data: `replacement`, the probable name, as JSON. */
export const filterOperator: JobCheck = {
  kinds,
  find: eachClause(function* ({ operator: name, attribute: operand }, { source }) {
    if (name === undefined) return;
    const operator = findOperator(name.text);
    if (operator === undefined) {
      yield unknown(name);
      return;
    }
    if (operator.name !== name.text)
      yield problemOf(spelling, name.span, `The portal writes this operator "${operator.name}".`, {
        replacement: JSON.stringify(operator.name),
      });
    const attribute = attributeOf(source, operand?.text);
    if (attribute === undefined || takes(operator, attribute)) return;
    const types = (operator.types ?? []).join(', ');
    const message = `${operator.name} is for attributes of type ${types}; "${attribute.name?.text ?? ''}" is of type ${attribute.type}.`;
    yield problemOf(type, name.span, message);
  }),
};

function unknown({ text, span }: SchemaText): Problem {
  const names = filterOperators.map(({ name }) => name);
  const near = /^contains$/i.test(text) ? 'Includes' : nearest(text.replaceAll('_', ' '), names);
  const message = `Unknown operator "${text}".${near === undefined ? '' : ` Did you mean "${near}"?`} Available: ${names.join(', ')}.`;
  return problemOf(
    unknownOperator,
    span,
    message,
    near === undefined ? undefined : { replacement: JSON.stringify(near) },
  );
}
