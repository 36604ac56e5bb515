import type { DotnetRegex } from '../../expression/dotnet/regex/dotnetRegex';
import { compileRegex } from '../../expression/dotnet/regex/dotnetRegex';
import { RegexBudgetError, RegexMeter } from '../../expression/dotnet/regex/regexMeter';
import type { Value } from '../../expression/value';
import { asText, isEmpty, isList } from '../../expression/value';
import type { FilterClause, FilterGroup } from '../../jobSchema/jobSchema';
import type { JsonObject } from '../../json/jsonValue';
import type { SourceAttribute } from './sourceAttribute';

/** Whether a resource is in scope. */
export type ScopeFilter = (resource: JsonObject) => boolean;

type Test = (text: string) => boolean;

/**
 * Compiles a filter. Groups are alternatives; all clauses of a group must match. Without groups, everything is in
 * scope. Source: Entra, scoping filters; Graph, filter. That several values of a clause are alternatives is our
 * interpretation.
 */
export function compileFilter(
  groups: readonly FilterGroup[],
  attributeNamed: (name: string) => SourceAttribute,
): ScopeFilter {
  if (groups.length === 0) return () => true;
  const alternatives = groups.map(({ clauses }) => clauses.map((clause) => compileClause(clause, attributeNamed)));
  return (resource) => alternatives.some((clauses) => clauses.every((holds) => holds(resource)));
}

function compileClause(clause: FilterClause, attributeNamed: (name: string) => SourceAttribute): ScopeFilter {
  const { valueOf } = attributeNamed(clause.attribute?.text ?? '');
  const operator = foldOperator(clause.operator?.text ?? '');
  if (operator === 'IS NULL') return (resource) => isEmpty(valueOf(resource));
  const tests = clause.values.map(({ text }) => compileTest(operator, text));
  const test = UNARY[operator] ?? ((text: string) => tests.some((each) => each(text)));
  // An empty attribute makes every other clause false, even a negative one
  return (resource) => textsOf(valueOf(resource)).every(test) && !isEmpty(valueOf(resource));
}

const UNARY: Readonly<Record<string, Test>> = {
  'IS NOT NULL': () => true,
  'IS TRUE': (text) => text.toLowerCase() === 'true',
  'IS FALSE': (text) => text.toLowerCase() === 'false',
};

/** Operator names are documented only for the portal, so `_` equals a space here, and case is ignored. */
function foldOperator(name: string): string {
  return name
    .trim()
    .replace(/[_\s]+/g, ' ')
    .toUpperCase();
}

/** An unknown operator never matches. */
function compileTest(operator: string, value: string): Test {
  switch (operator) {
    case 'EQUALS':
      return (text) => text === value;
    case 'NOT EQUALS':
      return (text) => text !== value;
    case 'INCLUDES':
      return (text) => text.includes(value);
    case 'ENDS WITH':
      return (text) => text.endsWith(value);
    case '&':
      return (text) => value.includes(text);
    case '!&':
      return (text) => !value.includes(text);
    case 'GREATER THAN':
      return numeric(value, (own, other) => own > other);
    case 'GREATER THAN OR EQUALS':
      return numeric(value, (own, other) => own >= other);
    case 'REGEX MATCH':
      return matching(value, true);
    case 'NOT REGEX MATCH':
      return matching(value, false);
    default:
      return () => false;
  }
}

const NATURAL = /^[0-9]+$/;

function numeric(value: string, holds: (own: bigint, other: bigint) => boolean): Test {
  if (!NATURAL.test(value)) return () => false;
  const other = BigInt(value);
  return (text) => NATURAL.test(text) && holds(BigInt(text), other);
}

/** Unanchored, like .NET's IsMatch. A pattern that is invalid or takes too long on a value never matches. */
function matching(pattern: string, wanted: boolean): Test {
  const compiled = compileRegex(pattern);
  if ('refusal' in compiled) return () => false;
  const meter = new RegexMeter();
  return (text) => isMatch(compiled.regex, text, meter) === wanted;
}

function isMatch(regex: DotnetRegex, text: string, meter: RegexMeter): boolean | undefined {
  try {
    return regex.firstGroup(text, '0', meter) !== undefined;
  } catch (error) {
    if (error instanceof RegexBudgetError) return undefined;
    throw error;
  }
}

/** All values of a list must match. Source: Graph, multivaluedComparisonType. */
function textsOf(value: Value): readonly string[] {
  return isList(value) ? value : [asText(value) ?? ''];
}
