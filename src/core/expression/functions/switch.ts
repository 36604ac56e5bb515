import { expressionProblems } from '../expressionProblems';
import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { Call } from '../syntax';
import { asText } from '../value';
import { required, text } from './arguments';
import { argumentAt } from './callArguments';
import type { Arguments, Evaluate, FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

const nullTest = problemKind({
  code: 'expression.switch-null-test',
  severity: 'warning',
  title: 'Switch over a test for an empty value',
  explanation: "Entra's reference advises against Switch over IsPresent, IsNull or IsNullOrEmpty.",
  remedy: 'Switch over the value itself: an absent source equals the key "".',
  authority: 'Entra',
  example: {
    wrong: 'title = Switch(IsNullOrEmpty([JobTitle]), [JobTitle], "True", "Employee")',
    right: 'title = Switch([JobTitle], [JobTitle], "", "Employee")',
  },
});

const NULL_TESTS = new Set(['IsPresent', 'IsNull', 'IsNullOrEmpty']);

export const switchFunction: FunctionEntry = {
  name: 'Switch',
  family: 'Logic and flow',
  parameters: [
    { name: 'source', type: 'String', documentation: 'The value to compare.' },
    {
      name: 'defaultValue',
      type: 'Any',
      optional: true,
      documentation: 'The result when no key is equal; omitted: no result.',
    },
    { name: 'key', type: 'String', documentation: 'Compared with the source (case-sensitive).' },
    { name: 'value', type: 'Any', documentation: 'The result when the key before it is equal.' },
  ],
  repeats: 2,
  returns: 'Any',
  documentation:
    'The value of the first key that equals the source, otherwise the default value. An absent source equals the key "". Without a match and without a default there is no result.',
  example: { expression: 'Switch([WorkerStatus], , "Active", "True", "Terminated", "False")', result: 'True' },
  fidelity: EXACT,
  kinds: [nullTest],
  check: checkSwitch,
  compile: <Source>(args: Arguments<Source>): Evaluate<Source> => {
    const source = text(args, 0);
    const fallback = args[1];
    const pairs: (readonly [Evaluate<Source>, Evaluate<Source>])[] = [];
    for (let i = 2; i < args.length; i += 2) pairs.push([required(args, i), required(args, i + 1)]);
    return (record, context) => {
      const wanted = source(record, context) ?? '';
      for (const [key, value] of pairs) {
        if ((asText(key(record, context)) ?? '') === wanted) return value(record, context);
      }
      return fallback === undefined ? null : fallback(record, context);
    };
  },
};

function* checkSwitch(call: Call): Generator<Problem> {
  if (call.slots.length % 2 !== 0) {
    yield problemOf(
      expressionProblems.argumentCount,
      call.slots.at(-1)?.span ?? call.nameSpan,
      'The last key of Switch has no value: pairs of key and value follow the default value.',
      { missingValueAt: call.span.end - 1 },
    );
  }
  const source = argumentAt(call, 0);
  if (source.kind === 'call' && NULL_TESTS.has(source.name)) {
    yield problemOf(
      nullTest,
      source.span,
      `Entra's reference advises against Switch over ${source.name}. An absent source equals the key "": Switch([x], [x], "", "default").`,
    );
  }
}
