import type { ParsedMapping } from '../syntax/parseMapping';
import { placedRules } from './resolveRules';
import type { Span } from '../../text/span';

/** Maps the texts of all rules, conditions and source blocks to their places, in the order of the file. */
export function statementsByText({ text, tree }: ParsedMapping): ReadonlyMap<string, readonly Span[]> {
  const spans = [
    ...[...placedRules(tree)].map(({ rule }) => rule.span),
    ...tree.statements.filter(({ kind }) => kind === 'where' || kind === 'source').map((statement) => statement.span),
  ];
  const places = new Map<string, Span[]>();
  for (const where of spans) {
    const statement = text.slice(where.start, where.end);
    const same = places.get(statement);
    if (same === undefined) places.set(statement, [where]);
    else same.push(where);
  }
  return places;
}
