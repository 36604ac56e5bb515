import { isEmpty } from '../value';
import type { FunctionEntry } from './functionEntry';
import { required } from './functionEntry';

export const isNullOrEmpty: FunctionEntry = {
  name: 'IsNullOrEmpty',
  parameters: [{ name: 'expression', type: 'Any', documentation: 'What may be missing.' }],
  returns: 'Condition',
  documentation: 'True when the value is absent or an empty text.',
  example: { expression: 'IsNullOrEmpty([MiddleName])', result: 'True' },
  compile: (args) => {
    const expression = required(args, 0);
    return (record) => isEmpty(expression(record));
  },
};
