import { requiredFrom } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const coalesce: FunctionEntry = {
  name: 'Coalesce',
  family: 'Logic and flow',
  parameters: [{ name: 'source', type: 'Any', documentation: 'A value; the last one can be a default.' }],
  repeats: 1,
  returns: 'Any',
  documentation: 'The first value that is not absent. An empty text is a value. Later values are not evaluated.',
  example: { expression: 'Coalesce([PreferredName], [FirstName], "")', result: 'Ginnie' },
  fidelity: EXACT,
  compile: (args) => {
    const sources = requiredFrom(args, 0);
    return (record, context) => {
      for (const source of sources) {
        const value = source(record, context);
        if (value !== null) return value;
      }
      return null;
    };
  },
};
