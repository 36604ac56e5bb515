import { asText, isList } from '../value';
import type { FunctionEntry } from './functionEntry';
import { required } from './functionEntry';

export const join: FunctionEntry = {
  name: 'Join',
  parameters: [
    { name: 'separator', type: 'String', documentation: 'Stands between the values; may be "".' },
    { name: 'source', type: 'MultiString', documentation: 'A value, or several of a multi-valued attribute.' },
  ],
  repeats: 1,
  returns: 'String',
  documentation:
    'Joins values with a separator between them. Absent and empty values are skipped, and no separator is doubled.',
  example: { expression: 'Join(" ", [FirstName], [LastName])', result: 'Ginnie Fadiman' },
  compile: (args) => {
    const separator = required(args, 0);
    const sources = args.slice(1).filter((source) => source !== undefined);
    return (record) => {
      const between = asText(separator(record)) ?? '';
      let joined = '';
      for (const source of sources) {
        const value = source(record);
        for (const part of isList(value) ? value : [asText(value)]) {
          if (part === null || part === '') continue;
          joined = joined === '' ? part : joined + between + part;
        }
      }
      return joined;
    };
  },
};
