import { findFunction } from '../../expression/functions/table';
import { printExpression } from '../../expression/print';
import type { Call, Expression } from '../../expression/syntax';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { MappingCheck } from './mappingCheck';

const kind = problemKind({
  code: 'mapping.changing-identity',
  severity: 'error',
  title: 'An identity that changes at every run',
  explanation:
    'Now, Guid and RandomString give another value each time that an extract is converted. With one of them in externalId Entra finds nobody again, and makes a new account for everybody at every run. In userName they rename everybody at every run; that is a warning, since the job may take userName only when it creates an account.',
  remedy: 'Take a column that identifies the person and never changes.',
  authority: 'Entra',
  example: { wrong: 'externalId = Guid()', right: 'externalId = [WorkerID]' },
});

const CONSEQUENCES: Readonly<Record<string, string | undefined>> = {
  externalId:
    'Entra finds nobody again by it, and makes a new account for everybody. Take a column that identifies the person.',
  userName: 'Entra would rename everybody who has an account. Take a column, or what never changes of one.',
};

/** Time and chance in what people are found by. Said at the function. */
export const changingIdentity: MappingCheck = {
  kinds: [kind],
  *ofRule({ path, expression }) {
    const consequence = path.urn === undefined ? CONSEQUENCES[path.attribute] : undefined;
    if (consequence === undefined) return;
    const found = new Map([...changingIn(expression)].map((call) => [call.nameSpan.start, call]));
    for (const { name, nameSpan } of found.values()) {
      const message = `${name} gives another value at every run, and "${path.attribute}" with it. ${consequence}`;
      const problem = problemOf(kind, nameSpan, message);
      yield path.attribute === 'externalId' ? problem : { ...problem, severity: 'warning' };
    }
  },
};

/** The calls of time and chance that the value depends on. */
function* changingIn(expression: Expression): Generator<Call> {
  if (expression.kind === 'comparison') {
    yield* changingIn(expression.left);
    yield* changingIn(expression.right);
  }
  if (expression.kind !== 'call') return;
  const needs = findFunction(expression.name)?.needs;
  if (needs === 'clock' || needs === 'chance') yield expression;
  for (const [place, { expression: inner }] of expression.slots.entries())
    if (inner !== undefined && (isResult(expression, place) || hasTwoResults(expression))) yield* changingIn(inner);
}

/** Whether the argument is what the call gives, and not what it decides by. */
function isResult({ name }: Call, place: number): boolean {
  if (name === 'IIF') return place > 0;
  return name !== 'Switch' || place % 2 === 1;
}

/** Whether a decision gives one value or another. Between a value and leaving the person out, the value is always the same. */
function hasTwoResults(call: Call): boolean {
  if (call.name !== 'IIF' && call.name !== 'Switch') return true;
  const results = call.slots.flatMap(({ expression }, place) =>
    expression === undefined || expression.kind === 'word' || !isResult(call, place)
      ? []
      : [printExpression(expression)],
  );
  return new Set(results).size > 1;
}
