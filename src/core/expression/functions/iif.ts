import type { FunctionEntry } from './functionEntry';
import { required } from './functionEntry';
import { isTrue } from '../truth';

export const iif: FunctionEntry = {
  name: 'IIF',
  parameters: [
    {
      name: 'condition',
      type: 'Condition',
      documentation: 'A comparison with = <> > >= < <=, or a value that is true or false.',
    },
    { name: 'valueIfTrue', type: 'Any', documentation: 'The result when the condition holds.' },
    { name: 'valueIfFalse', type: 'Any', documentation: 'The result when it does not.' },
  ],
  returns: 'Any',
  documentation:
    'One of two values, by a condition. Only the value that is taken is evaluated. There is no And or Or: nest IIF. A comparison with an absent value does not hold.',
  example: { expression: 'IIF([Country]="USA", [Country], [Department])', result: 'USA' },
  compile: (args) => {
    const condition = required(args, 0);
    const valueIfTrue = required(args, 1);
    const valueIfFalse = required(args, 2);
    return (record) => (isTrue(condition(record)) ? valueIfTrue(record) : valueIfFalse(record));
  },
};
