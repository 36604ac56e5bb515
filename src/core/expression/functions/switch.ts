import type { Problem } from '../../problem';
import type { Arguments, Evaluate, FunctionEntry } from './functionEntry';
import { required } from './functionEntry';
import type { Call } from '../syntax';
import { asText } from '../value';

export const switchFunction: FunctionEntry = {
  name: 'Switch',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The value to decide on.' },
    {
      name: 'defaultValue',
      type: 'Any',
      optional: true,
      documentation: 'The result when no key is equal; left empty: nothing.',
    },
    { name: 'key', type: 'String', documentation: 'Compared with the source, in exactly this case.' },
    { name: 'value', type: 'Any', documentation: 'The result when the key before it is equal.' },
  ],
  repeats: 2,
  returns: 'Any',
  documentation:
    'Gives the value behind the first key that equals the source, else the default value. An absent source equals the key "". Without a match and without a default there is no result.',
  example: { expression: 'Switch([WorkerStatus], , "Active", "True", "Terminated", "False")', result: 'True' },
  check: checkPairs,
  compile: <Source>(args: Arguments<Source>): Evaluate<Source> => {
    const source = required(args, 0);
    const fallback = args[1];
    const pairs: (readonly [Evaluate<Source>, Evaluate<Source>])[] = [];
    for (let i = 2; i + 1 < args.length; i += 2) pairs.push([required(args, i), required(args, i + 1)]);
    return (record) => {
      const text = asText(source(record)) ?? '';
      for (const [key, value] of pairs) if ((asText(key(record)) ?? '') === text) return value(record);
      return fallback === undefined ? null : fallback(record);
    };
  },
};

function* checkPairs(call: Call): Generator<Problem> {
  if (call.slots.length >= 4 && call.slots.length % 2 !== 0) {
    yield {
      code: 'expression.argument-count',
      severity: 'error',
      message: 'Switch takes pairs of key and value after its default value: the last key has no value.',
      span: call.slots.at(-1)?.span ?? call.nameSpan,
    };
  }
}
