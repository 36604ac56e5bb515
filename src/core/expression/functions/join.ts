import { refuseOver } from '../limits/resultLimit';
import { asText, isList } from '../value';
import { requiredFrom, text } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const join: FunctionEntry = {
  name: 'Join',
  family: 'Text',
  parameters: [
    { name: 'separator', type: 'String', documentation: 'The text between the values; can be "".' },
    { name: 'source', type: 'MultiString', documentation: 'A value, or several of a multi-valued attribute.' },
  ],
  repeats: 1,
  returns: 'String',
  documentation:
    'Joins values with a separator between them. Absent and empty values are skipped, without doubling the separator.',
  example: { expression: 'Join(" ", [FirstName], [LastName])', result: 'Ginnie Fadiman' },
  fidelity: EXACT,
  compile: (args, at) => {
    const separator = text(args, 0);
    const sources = requiredFrom(args, 1);
    return (record, context) => {
      const between = separator(record, context) ?? '';
      let joined = '';
      for (const source of sources) {
        const value = source(record, context);
        for (const part of isList(value) ? value : [asText(value)]) {
          if (part === null || part === '') continue;
          refuseOver(joined === '' ? part.length : joined.length + between.length + part.length, at);
          joined = joined === '' ? part : joined + between + part;
        }
      }
      return joined;
    };
  },
};
