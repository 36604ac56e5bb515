import { asText, isEmpty, isList } from '../value';
import type { Value } from '../value';
import { required } from './arguments';
import type { Arguments, Evaluate, FunctionEntry, Fidelity } from './functionEntry';
import { EXACT } from './functionEntry';

function test(
  name: string,
  documentation: string,
  example: FunctionEntry['example'],
  holds: (value: Value) => boolean,
  honesty: Fidelity = EXACT,
): FunctionEntry {
  return {
    name,
    family: 'Logic and flow',
    parameters: [{ name: 'expression', type: 'Any', documentation: 'The value to test.' }],
    returns: 'Boolean',
    documentation,
    example,
    fidelity: honesty,
    compile: <Source>(args: Arguments<Source>): Evaluate<Source> => {
      const expression = required(args, 0);
      return (record, context) => holds(expression(record, context));
    },
  };
}

export const isNull = test(
  'IsNull',
  'True when the value is absent. An empty text is a value.',
  { expression: 'IsNull([MiddleName])', result: 'True' },
  (value) => value === null,
);

export const isNullOrEmpty = test(
  'IsNullOrEmpty',
  'True when the value is absent or an empty text.',
  { expression: 'IsNullOrEmpty([MiddleName])', result: 'True' },
  isEmpty,
);

export const isPresent = test(
  'IsPresent',
  'True when the value is neither absent nor an empty text.',
  { expression: 'IsPresent([ManagerID])', result: 'True' },
  (value) => !isEmpty(value),
);

export const isString = test(
  'IsString',
  'True when the value can be converted to a text: any single value.',
  { expression: 'IsString([FullName])', result: 'True' },
  (value) => (isList(value) ? value.length === 1 : asText(value) !== null),
  { mark: 'approximated', reason: 'The documentation says only "can be evaluated to a string".' },
);

export const not: FunctionEntry = {
  name: 'Not',
  family: 'Logic and flow',
  parameters: [{ name: 'source', type: 'Boolean', documentation: 'The value to negate.' }],
  returns: 'Boolean',
  documentation: 'False for True, and True for anything else, including an absent value.',
  example: { expression: 'Not([OnLeave])', result: 'False' },
  fidelity: EXACT,
  compile: (args) => {
    const source = required(args, 0);
    return (record, context) => asText(source(record, context))?.toLowerCase() !== 'true';
  },
};
