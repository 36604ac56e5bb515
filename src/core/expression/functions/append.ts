import { refuseOver } from '../limits/resultLimit';
import { text } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const append: FunctionEntry = {
  name: 'Append',
  family: 'Text',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text to append to, usually an attribute.' },
    { name: 'suffix', type: 'String', documentation: 'The text to add at the end.' },
  ],
  returns: 'String',
  documentation: 'Appends a suffix to a text. Without a source there is no result.',
  example: { expression: 'Append([UserID], "@contoso.com")', result: 'gfadiman@contoso.com' },
  fidelity: EXACT,
  compile: (args, at) => {
    const source = text(args, 0);
    const suffix = text(args, 1);
    return (record, context) => {
      const start = source(record, context);
      if (start === null) return null;
      const end = suffix(record, context) ?? '';
      refuseOver(start.length + end.length, at);
      return start + end;
    };
  },
};
