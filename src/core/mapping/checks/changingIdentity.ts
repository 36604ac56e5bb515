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
    'Now, Guid and RandomString give a different value each time an extract is converted. With one of them in externalId, Entra cannot match anyone and creates a new account for everybody at every run. In userName they rename everybody at every run; that is a warning, since the job may set userName only when it creates an account.',
  remedy: 'Use a column that identifies the person and never changes.',
  authority: 'Entra',
  example: { wrong: 'externalId = Guid()', right: 'externalId = [WorkerID]' },
});

const CONSEQUENCES: Readonly<Record<string, string | undefined>> = {
  externalId:
    'Entra cannot match anyone by it and creates a new account for everybody. Use a column that identifies the person.',
  userName: 'Entra would rename everybody who has an account. Use a column, or a part of one that never changes.',
};

/** Functions of time and randomness in attributes that identify people. Reported at the function. */
export const changingIdentity: MappingCheck = {
  kinds: [kind],
  *ofRule({ path, expression }) {
    const consequence = path.urn === undefined ? CONSEQUENCES[path.attribute] : undefined;
    if (consequence === undefined) return;
    const found = new Map([...changingIn(expression)].map((call) => [call.nameSpan.start, call]));
    for (const { name, nameSpan } of found.values()) {
      const message = `${name} gives a different value at every run, and so does "${path.attribute}". ${consequence}`;
      const problem = problemOf(kind, nameSpan, message);
      yield path.attribute === 'externalId' ? problem : { ...problem, severity: 'warning' };
    }
  },
};

/** The calls of time and random functions that the value depends on. */
function* changingIn(expression: Expression): Generator<Call> {
  if (expression.kind === 'comparison') {
    yield* changingIn(expression.left);
    yield* changingIn(expression.right);
  }
  if (expression.kind !== 'call') return;
  const needs = findFunction(expression.name)?.needs;
  if (needs === 'clock' || needs === 'random') yield expression;
  for (const [place, { expression: inner }] of expression.slots.entries())
    if (inner !== undefined && (isResult(expression, place) || hasTwoResults(expression))) yield* changingIn(inner);
}

/** Whether the argument is a result of the call, not its condition. */
function isResult({ name }: Call, place: number): boolean {
  if (name === 'IIF') return place > 0;
  return name !== 'Switch' || place % 2 === 1;
}

/**
 * Whether a call chooses between several values. A choice between one value and skipping the person always gives the
 * same value.
 */
function hasTwoResults(call: Call): boolean {
  if (call.name !== 'IIF' && call.name !== 'Switch') return true;
  const results = call.slots.flatMap(({ expression }, place) =>
    expression === undefined || expression.kind === 'word' || !isResult(call, place)
      ? []
      : [printExpression(expression)],
  );
  return new Set(results).size > 1;
}
