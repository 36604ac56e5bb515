import { EvaluationError } from '../value';
import { place, text } from './arguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

export const left: FunctionEntry = {
  name: 'Left',
  family: 'Text',
  parameters: [
    { name: 'String', type: 'String', documentation: 'The text.' },
    { name: 'NumChars', type: 'Integer', documentation: 'The number of characters.' },
  ],
  returns: 'String',
  documentation:
    'The first characters of a text. The whole text when it is not longer or the number is negative; "" when it is absent.',
  example: { expression: 'Left([FirstName], 1)', result: 'G' },
  fidelity: EXACT,
  compile: (args, at) => {
    const source = text(args, 0);
    const count = place(args, 1, at);
    return (record, context) => {
      const whole = source(record, context) ?? '';
      const length = count(record, context);
      return length < 0 ? whole : whole.slice(0, length);
    };
  },
};

export const mid: FunctionEntry = {
  name: 'Mid',
  family: 'Text',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The text.' },
    { name: 'start', type: 'Integer', documentation: 'The position of the first character, from 1.' },
    { name: 'length', type: 'Integer', documentation: 'The number of characters; past the end means the rest.' },
  ],
  returns: 'String',
  documentation:
    'A part of a text, by position and length. "" when the start is past the end or the text is absent; a start below 1 or a negative length is an error.',
  example: { expression: 'Mid([UserID], 1, 8)', result: 'gfadiman' },
  fidelity: {
    mark: 'approximated',
    reason:
      'The documentation does not say what happens outside of the text; Connect Sync, whose documentation does, returns the input.',
  },
  compile: (args, at) => {
    const source = text(args, 0);
    const start = place(args, 1, at);
    const length = place(args, 2, at);
    return (record, context) => {
      const whole = source(record, context) ?? '';
      const from = start(record, context);
      const count = length(record, context);
      if (from < 1 || count < 0)
        throw new EvaluationError('E_INDEX', 'Mid counts from 1, and its length cannot be negative.', at);
      return whole.slice(from - 1, from - 1 + count);
    };
  },
};
