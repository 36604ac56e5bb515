import { asText } from '../value';
import { toInvariantLower } from '../dotnet/invariantCase';
import type { FunctionEntry } from './functionEntry';
import { required } from './functionEntry';

export const toLower: FunctionEntry = {
  name: 'ToLower',
  parameters: [{ name: 'source', type: 'String', documentation: 'The text.' }],
  returns: 'String',
  documentation: 'The text in lower case, by the invariant culture.',
  example: { expression: 'ToLower([UserID])', result: 'gfadiman' },
  compile: (args) => {
    const source = required(args, 0);
    return (record) => {
      const text = asText(source(record));
      return text === null ? null : toInvariantLower(text);
    };
  },
};
