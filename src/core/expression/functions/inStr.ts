import { indexOfIgnoringCase } from '../dotnet/textSearch';
import { place, text } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const inStr: FunctionEntry = {
  name: 'InStr',
  family: 'Text',
  parameters: [
    { name: 'value1', type: 'String', documentation: 'The text to search.' },
    { name: 'value2', type: 'String', documentation: 'The text to find.' },
    { name: 'start', type: 'Integer', optional: true, documentation: 'The position to start at, from 1.' },
    {
      name: 'compareType',
      type: 'String',
      optional: true,
      values: ['vbTextCompare', 'vbBinaryCompare'],
      documentation: 'vbTextCompare ignores case by the invariant culture; vbBinaryCompare, the default, does not.',
    },
  ],
  returns: 'Integer',
  documentation: 'The position of one text in another, from 1; 0 when it is not found.',
  example: { expression: 'InStr("The quick brown fox", "quick")', result: '5' },
  fidelity: EXACT,
  compile: (args, at) => {
    const where = text(args, 0);
    const what = text(args, 1);
    const start = args[2] === undefined ? () => 1 : place(args, 2, at);
    const compare = text(args, 3);
    return (record, context) => {
      const whole = where(record, context);
      const part = what(record, context);
      if (whole === null || part === null) return 0n;
      const from = Math.max(0, start(record, context) - 1);
      const ignoresCase = compare(record, context) === 'vbTextCompare';
      return BigInt((ignoresCase ? indexOfIgnoringCase(whole, part, from) : whole.indexOf(part, from)) + 1);
    };
  },
};
