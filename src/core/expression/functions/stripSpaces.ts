import { ofText } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const stripSpaces: FunctionEntry = {
  name: 'StripSpaces',
  family: 'Text',
  parameters: [{ name: 'source', type: 'String', documentation: 'The text.' }],
  returns: 'String',
  documentation: 'The text without any spaces. Tabs and no-break spaces stay.',
  example: { expression: 'StripSpaces([FullName])', result: 'GinnieFadiman' },
  fidelity: EXACT,
  compile: ofText((source) => source.replaceAll(' ', '')),
};
