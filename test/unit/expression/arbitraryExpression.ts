import fc from 'fast-check';
import type { FunctionEntry } from '../../../src/core/expression/functions/functionEntry';
import { functions } from '../../../src/core/expression/functions/table';
import type { ComparisonOperator, Expression, Operand, Slot } from '../../../src/core/expression/syntax';
import { span } from '../../../src/core/text/span';

const NOWHERE = span(0, 0);

/** Texts that have made trouble: escapes, patterns, dates, numbers, signs of the language. */
const texts = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    ' ',
    '"',
    '\\',
    '\\d+',
    '(?<n>a+)',
    '2026-11-23',
    'yyyy-MM-dd',
    '7',
    '-1',
    'True',
    'd',
    'm',
    ',',
    '[x]',
    '#',
    'İß',
    '\u{1F600}',
    'en-US',
  ),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

const attribute = fc
  .constantFrom('a', 'b', 'Worker ID', 'name.givenName', 'emails[type eq "work"].value')
  .map((name): Operand => ({ kind: 'attribute', name, span: NOWHERE }));
const string = texts.map((value): Operand => ({ kind: 'string', value, span: NOWHERE }));
const integer = fc
  .bigInt({ min: -10n, max: 300n })
  .map((value): Operand => ({ kind: 'integer', value: value.toString(), span: NOWHERE }));
const word = fc
  .constantFrom('IgnoreAttributeFlow', 'IgnoreObjectFlow', 'vbTextCompare')
  .map((name): Operand => ({ kind: 'word', name, span: NOWHERE }));

function slots(arguments_: readonly (Expression | undefined)[]): readonly Slot[] {
  return arguments_.map((expression) => (expression === undefined ? { span: NOWHERE } : { span: NOWHERE, expression }));
}

function callOf(entry: FunctionEntry, inner: fc.Arbitrary<Expression>): fc.Arbitrary<Operand> {
  const places = entry.parameters.map((parameter) =>
    parameter.optional === true ? fc.option(inner, { nil: undefined, freq: 2 }) : inner,
  );
  const more =
    entry.repeats === undefined
      ? fc.constant([])
      : fc
          .array(fc.tuple(...Array.from({ length: entry.repeats }, () => inner)), { maxLength: 2 })
          .map((groups) => groups.flat());
  return fc.tuple(fc.tuple(...places), more).map(([own, rest]) => ({
    kind: 'call',
    name: entry.name,
    nameSpan: NOWHERE,
    slots: slots([...own, ...rest]),
    span: NOWHERE,
  }));
}

/** Any tree that the parser can give, calls of every function among them. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{
  tree: Operand;
  call: Operand;
  comparison: Expression;
}>((tie) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, attribute, string, integer, word, tie('call')),
  call: fc.oneof(
    ...functions.map((entry) =>
      callOf(entry, fc.oneof({ weight: 6, arbitrary: tie('tree') }, { weight: 1, arbitrary: tie('comparison') })),
    ),
  ),
  comparison: fc
    .tuple(tie('tree'), fc.constantFrom<ComparisonOperator>('=', '<>', '>', '>=', '<', '<='), tie('tree'))
    .map(([left, operator, right]): Expression => ({ kind: 'comparison', left, operator, right, span: NOWHERE })),
})).call;
