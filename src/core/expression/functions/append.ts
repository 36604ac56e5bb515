import { asText } from '../value';
import type { FunctionEntry } from './functionEntry';
import { required } from './functionEntry';

export const append: FunctionEntry = {
  name: 'Append',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text to append to, usually an attribute.' },
    { name: 'suffix', type: 'String', documentation: 'What is put at its end.' },
  ],
  returns: 'String',
  documentation: 'Puts a suffix at the end of a text. Nothing in, nothing out: without a source there is no result.',
  example: { expression: 'Append([UserID], "@contoso.com")', result: 'gfadiman@contoso.com' },
  compile: (args) => {
    const source = required(args, 0);
    const suffix = required(args, 1);
    return (record) => {
      const text = asText(source(record));
      return text === null ? null : text + (asText(suffix(record)) ?? '');
    };
  },
};
