import { compileRegex } from '../../expression/dotnet/regex/dotnetRegex';
import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { FilterOperator } from '../filterOperators';
import { findOperator } from '../filterOperators';
import type { JobCheck } from '../jobCheck';
import { eachClause } from '../jobCheck';
import type { FilterClause, JobAttribute, SchemaText } from '../jobSchema';
import { attributeOf } from '../resolveMappings';

const kinds = defineProblemKinds([
  {
    code: 'job.filter-operand',
    severity: 'error',
    title: 'Wrong value for an operator',
    explanation:
      'The operator is missing its value, does not take a value, or needs another kind: whole numbers from 0 for comparisons, True or False for a boolean attribute.',
    remedy: 'Give the clause the values that its operator takes.',
    authority: 'Entra',
    example: {
      wrong: '"operatorName": "IS NULL", "targetOperand": { "values": ["x"] }',
      right: '"operatorName": "IS NULL", "targetOperand": { "values": [] }',
    },
  },
  {
    code: 'job.filter-regex',
    severity: 'error',
    title: 'Pattern that cannot be used',
    explanation: 'The regular expression is malformed, or uses a construct whose .NET meaning is not supported here.',
    remedy: 'Correct the pattern at the construct that the message names.',
    authority: 'Entra',
    example: {
      wrong: '"operatorName": "REGEX MATCH", "targetOperand": { "values": ["([1-9"] }',
      right: '"operatorName": "REGEX MATCH", "targetOperand": { "values": ["^[1-9]$"] }',
    },
  },
  {
    code: 'job.filter-unanchored',
    severity: 'information',
    title: 'Pattern that is not anchored',
    explanation:
      'A pattern matches anywhere in a value unless it begins with ^ and ends with $: ([1-9][0-9]) matches 123, too. The documentation describes its examples as if they matched whole values.',
    remedy: 'Put ^ before and $ after the pattern to match whole values.',
    authority: 'Entra',
    example: {
      wrong: '"operatorName": "REGEX MATCH", "targetOperand": { "values": ["[1-9][0-9]"] }',
      right: '"operatorName": "REGEX MATCH", "targetOperand": { "values": ["^[1-9][0-9]$"] }',
    },
  },
  {
    code: 'job.filter-unclear',
    severity: 'information',
    title: 'Filter with an unclear meaning',
    explanation:
      '& and !& test whether the attribute occurs inside the value, the opposite of what one expects, and are rarely used. The meaning of several values is not documented: one match probably suffices.',
    remedy: 'Write it unambiguously: use Includes, or a group for each value.',
    authority: 'Entra',
    example: {
      wrong: '"operatorName": "&", "targetOperand": { "values": ["Lead"] }',
      right: '"operatorName": "Includes", "targetOperand": { "values": ["Lead"] }',
    },
  },
]);
const [operand, regex, unanchored, unclear] = kinds;

/** Checks the values that clauses compare with. Data: `replacement`, the probable value, as JSON. */
export const filterValues: JobCheck = {
  kinds,
  find: eachClause(function* (clause, { source }) {
    const operator = findOperator(clause.operator?.text ?? '');
    if (operator === undefined || clause.operator === undefined) return;
    yield* inValues(operator, clause.operator, clause, attributeOf(source, clause.attribute?.text));
  }),
};

function* inValues(
  operator: FilterOperator,
  name: SchemaText,
  { values }: FilterClause,
  attribute: JobAttribute | undefined,
): Generator<Problem> {
  const [first, second] = values;
  if (operator.operand === 'none') {
    if (first !== undefined) yield problemOf(operand, first.span, `${operator.name} does not take a value.`);
    return;
  }
  if (first === undefined) yield problemOf(operand, name.span, `${operator.name} needs a value to compare with.`);
  if (operator.name === '&' || operator.name === '!&')
    yield problemOf(unclear, name.span, `${operator.documentation} It is rarely used.`);
  if (second !== undefined)
    yield problemOf(
      unclear,
      second.span,
      'The meaning of several values is not documented: one match probably suffices.',
    );
  for (const value of values) yield* inValue(operator, value, attribute);
}

function* inValue(
  { name, operand: wanted }: FilterOperator,
  { text, span }: SchemaText,
  attribute: JobAttribute | undefined,
) {
  if (wanted === 'integer' && !/^[0-9]+$/.test(text))
    yield problemOf(operand, span, `${name} compares whole numbers from 0, but this is not one.`);
  if (wanted === 'text' && attribute?.type === 'Boolean' && text !== 'True' && text !== 'False') {
    const meant = /^(?:true|false)$/i.test(text) ? (/^t/i.test(text) ? 'True' : 'False') : undefined;
    const data = meant === undefined ? undefined : { replacement: `"${meant}"` };
    yield problemOf(operand, span, 'A boolean attribute is compared as the text True or False.', data);
  }
  if (wanted === 'text' && attribute?.type === 'Integer' && !/^-?[0-9]+$/.test(text))
    yield problemOf(operand, span, 'The attribute is a whole number, but this is not one.');
  if (wanted !== 'pattern') return;
  const compiled = compileRegex(text);
  if ('refusal' in compiled) yield problemOf(regex, span, compiled.refusal.message);
  else if (!isAnchored(text))
    yield problemOf(
      unanchored,
      span,
      'The pattern is not anchored with ^ and $, so it also matches inside longer values.',
      {
        replacement: JSON.stringify(`^${text.includes('|') ? `(?:${text})` : text}$`),
      },
    );
}

/** Whether a pattern says at both ends, by an anchor or a wildcard, whether it matches the whole value. */
function isAnchored(pattern: string): boolean {
  const begins = /^(?:\^|\\A|\.\*)/.test(pattern);
  const ends = /(?:^|[^\\])(?:\\\\)*(?:\$|\\z|\\Z|\.\*)$/.test(pattern);
  return begins && ends && !pattern.replace(/\([^()]*\)/g, '').includes('|');
}
