import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import { isTrue } from '../truth';
import type { Call } from '../syntax';
import { required } from './arguments';
import { argumentAt } from './callArguments';
import type { FunctionEntry } from './functionEntry';

const emptyCondition = problemKind({
  code: 'expression.iif-empty',
  severity: 'warning',
  title: 'IIF that tests for an empty value',
  explanation: "Entra's reference says that IIF fails when its condition tests for an empty value.",
  remedy: 'Use Switch: an absent source equals the key "".',
  authority: 'Entra',
  example: {
    wrong: 'title = IIF(IsNullOrEmpty([JobTitle]), "Employee", [JobTitle])',
    right: 'title = Switch([JobTitle], [JobTitle], "", "Employee")',
  },
});

const UNSUPPORTED = new Set(['IsNullOrEmpty', 'IsPresent']);

export const iif: FunctionEntry = {
  name: 'IIF',
  family: 'Logic and flow',
  parameters: [
    {
      name: 'condition',
      type: 'Condition',
      documentation: 'A comparison with = <> > >= < <=, or a value that is true or false.',
    },
    { name: 'valueIfTrue', type: 'Any', documentation: 'The result when the condition holds.' },
    { name: 'valueIfFalse', type: 'Any', documentation: 'The result when it does not.' },
  ],
  returns: 'Any',
  documentation:
    'One of two values, chosen by a condition. Only the chosen value is evaluated. There is no And or Or: nest IIF instead. A comparison with an absent value is false.',
  example: { expression: 'IIF([Country]="USA", [Country], [Department])', result: 'USA' },
  fidelity: {
    mark: 'approximated',
    reason:
      'The documentation calls conditions on empty values unsupported, but shows results for them elsewhere; they are evaluated here.',
  },
  kinds: [emptyCondition],
  check: checkCondition,
  compile: (args) => {
    const condition = required(args, 0);
    const valueIfTrue = required(args, 1);
    const valueIfFalse = required(args, 2);
    return (record, context) =>
      isTrue(condition(record, context)) ? valueIfTrue(record, context) : valueIfFalse(record, context);
  },
};

/** Reports functions that, according to the service's reference page, do not work as a condition. */
function* checkCondition(call: Call): Generator<Problem> {
  const condition = argumentAt(call, 0);
  const asks = condition.kind === 'call' && UNSUPPORTED.has(condition.name);
  const comparesEmpty =
    condition.kind === 'comparison' &&
    [condition.left, condition.right].some((side) => side.kind === 'string' && side.value === '');
  if (!asks && !comparesEmpty) return;
  yield problemOf(
    emptyCondition,
    condition.span,
    'Entra\'s reference says that IIF fails when its condition tests for an empty value. Use Switch: Switch([x], [x], "", "default").',
  );
}
