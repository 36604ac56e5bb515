import { parseInstant } from '../core/logs/instant';
import { member } from '../core/json/jsonValue';
import type { StoredEntry } from './provisioningLog';

/** Whether an entry is asked for. */
export type LogFilter = (entry: StoredEntry) => boolean;

type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

const CLAUSE = /^([A-Za-z]+(?:\/[A-Za-z]+)?)\s+(eq|ne|gt|ge|lt|le)\s+('(?:[^']|'')*'|[^\s']+)\s*/;
const AND = /^and\s+/;

/** Filterable texts, by lower-case name: where they are in an entry. */
const textPaths: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', ['id']],
  ['jobid', ['jobId']],
  ['cycleid', ['cycleId']],
  ['changeid', ['changeId']],
  ['sourceidentity/id', ['sourceIdentity', 'id']],
  ['serviceprincipal/id', ['servicePrincipal', 'id']],
  // The first is beta's; under which name v1.0 knows it is not documented
  ['statusinfo/status', ['provisioningStatusInfo', 'status']],
  ['provisioningstatusinfo/status', ['provisioningStatusInfo', 'status']],
]);

const comparisons: Record<Operator, (left: number, right: number) => boolean> = {
  eq: (left, right) => left === right,
  ne: (left, right) => left !== right,
  gt: (left, right) => left > right,
  ge: (left, right) => left >= right,
  lt: (left, right) => left < right,
  le: (left, right) => left <= right,
};

/**
 * Reads a `$filter`: comparisons joined by `and`. Texts stand in single quotes (doubled inside) and compare with their
 * case; times stand bare. Source: Microsoft Graph, "List provisioningObjectSummary" and its examples.
 */
export function parseLogFilter(text: string): LogFilter | { readonly refusal: string } {
  const clauses: LogFilter[] = [];
  let rest = text.trim();
  for (;;) {
    const match = CLAUSE.exec(rest);
    if (match === null) return { refusal: `Invalid filter clause at "${rest}".` };
    const [whole, path = '', operator = '', literal = ''] = match;
    const clause = parseClause(path, operator as Operator, literal);
    if (typeof clause !== 'function') return clause;
    clauses.push(clause);
    rest = rest.slice(whole.length);
    if (rest === '') return (entry) => clauses.every((accepts) => accepts(entry));
    const and = AND.exec(rest);
    if (and === null) return { refusal: `Invalid filter clause at "${rest}".` };
    rest = rest.slice(and[0].length);
  }
}

function parseClause(path: string, operator: Operator, literal: string): LogFilter | { readonly refusal: string } {
  if (path.toLowerCase() === 'activitydatetime') {
    const instant = parseInstant(literal);
    if (instant === undefined)
      return { refusal: `"${literal}" is not a time: write 2026-11-30T08:15:00Z, without quotes.` };
    return (entry) => comparisons[operator](entry.at, instant);
  }
  const steps = textPaths.get(path.toLowerCase());
  if (steps === undefined) return { refusal: `The property "${path}" cannot be filtered by.` };
  if (operator !== 'eq' && operator !== 'ne') return { refusal: `"${operator}" does not apply to "${path}".` };
  if (!literal.startsWith("'")) return { refusal: `The value of "${path}" must stand in single quotes.` };
  const wanted = literal.slice(1, -1).replaceAll("''", "'");
  return (entry) => (steps.reduce<unknown>(member, entry.json) === wanted) === (operator === 'eq');
}
