import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { Call } from '../syntax';
import { EvaluationError } from '../value';
import { list, place, required, toList } from './arguments';
import { literalIn } from './callArguments';
import type { FunctionEntry } from './functionEntry';
import { EXACT } from './functionEntry';

const itemZero = problemKind({
  code: 'expression.item-zero',
  severity: 'warning',
  title: 'Item number 0',
  explanation: 'Item counts from 1, so index 0 finds nothing.',
  remedy: 'Use 1 for the first value.',
  authority: 'Entra',
  example: {
    wrong: 'title = Item(Split([JobTitle], ","), 0)',
    right: 'title = Item(Split([JobTitle], ","), 1)',
  },
});

export const count: FunctionEntry = {
  name: 'Count',
  family: 'Multi-valued',
  parameters: [{ name: 'attribute', type: 'MultiString', documentation: 'A multi-valued attribute.' }],
  returns: 'Integer',
  documentation: 'The number of values: 0 for none, 1 for a single one.',
  example: { expression: 'Count([proxyAddresses])', result: '2' },
  fidelity: EXACT,
  compile: (args) => {
    const values = list(args, 0);
    return (record, context) => BigInt(values(record, context).length);
  },
};

export const item: FunctionEntry = {
  name: 'Item',
  family: 'Multi-valued',
  parameters: [
    { name: 'attribute', type: 'MultiString', documentation: 'A multi-valued attribute.' },
    { name: 'index', type: 'Integer', documentation: 'The position of the value, from 1.' },
  ],
  returns: 'String',
  documentation: 'One of several values. A position that does not exist is an error.',
  example: { expression: 'Item(Split([FullName], " "), 2)', result: 'Fadiman' },
  fidelity: EXACT,
  kinds: [itemZero],
  check: checkIndex,
  compile: (args, at) => {
    const values = list(args, 0);
    const index = place(args, 1, at);
    return (record, context) => {
      const all = values(record, context);
      if (all.length === 0) return null;
      const wanted = index(record, context);
      const found = all[wanted - 1];
      if (found === undefined)
        throw new EvaluationError('E_INDEX', `There is no value ${wanted}: the attribute has ${all.length}.`, at);
      return found;
    };
  },
};

function* checkIndex(call: Call): Generator<Problem> {
  const index = literalIn(call.slots[1]);
  if (index !== undefined && /^0+$/.test(index.value)) {
    yield problemOf(itemZero, index.span, 'Item counts from 1: index 0 finds nothing.');
  }
}

export const removeDuplicates: FunctionEntry = {
  name: 'RemoveDuplicates',
  family: 'Multi-valued',
  parameters: [{ name: 'attribute', type: 'MultiString', documentation: 'A multi-valued attribute.' }],
  returns: 'MultiString',
  documentation: 'Each value once, in the original order. Values that differ in case are different.',
  example: { expression: 'RemoveDuplicates([proxyAddresses])', result: 'smtp:a@contoso.com' },
  fidelity: { mark: 'approximated', reason: 'How values are compared is not documented.' },
  compile: (args) => {
    const attribute = required(args, 0);
    return (record, context) => {
      const value = attribute(record, context);
      return value === null ? null : [...new Set(toList(value))];
    };
  },
};
