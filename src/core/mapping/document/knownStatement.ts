import type { Problem } from '../../problems/problem';
import type { Span } from '../../text/span';
import { span, touches } from '../../text/span';
import { mappingChecks } from '../checks/table';
import { columnsOf } from '../model/columns';
import type { ColumnUse, ResolvedRule } from '../model/model';
import type { PlacedRule } from '../model/resolveRules';
import { resolveRule } from '../model/resolveRules';
import { moveProblem } from '../syntax/moveProblem';
import type { Rule, Where } from '../syntax/syntax';
import type { Look } from './looks';
import { lookOfCheck, lookOfModel } from './looks';

/** A problem, and the check that found it. */
export interface FoundProblem {
  readonly look: Look;
  readonly problem: Problem;
}

/** The blocks around a rule. Their names decide its meaning, and some of its problems are at their places. */
export interface Surroundings {
  readonly key: string;
  readonly places: readonly Span[];
}

export const NO_SURROUNDINGS: Surroundings = { key: '', places: [] };

/** The results for one rule or condition, at its place. */
export interface KnownStatement {
  readonly around: Surroundings;
  readonly start: number;
  /** Absent for a condition, and for a rule with an unresolved path or without an expression. */
  readonly resolved?: ResolvedRule;
  readonly columnUses: readonly ColumnUse[];
  readonly found: readonly FoundProblem[];
}

const checksOfRules = mappingChecks.flatMap(({ ofRule }, index) =>
  ofRule === undefined ? [] : [{ look: lookOfCheck(index), find: ofRule }],
);

const checksOfConditions = mappingChecks.flatMap(({ ofCondition }, index) =>
  ofCondition === undefined ? [] : [{ look: lookOfCheck(index), find: ofCondition }],
);

/** Resolves and checks a rule. */
export function knowRule(placed: PlacedRule, around: Surroundings): KnownStatement {
  const { resolved, problems } = resolveRule(placed);
  const found: FoundProblem[] = problems.map((problem) => ({ look: lookOfModel, problem }));
  const { start } = placed.rule.span;
  if (resolved === undefined) return { around, start, columnUses: [], found };
  for (const { look, find } of checksOfRules) for (const problem of find(resolved)) found.push({ look, problem });
  return { around, start, resolved, columnUses: columnsOf(resolved.expression), found };
}

/** Checks a condition. */
export function knowCondition({ span: { start }, condition }: Where): KnownStatement {
  const common = { around: NO_SURROUNDINGS, start };
  if (condition === undefined) return { ...common, columnUses: [], found: [] };
  const found: FoundProblem[] = [];
  for (const { look, find } of checksOfConditions) for (const problem of find(condition)) found.push({ look, problem });
  return { ...common, columnUses: columnsOf(condition), found };
}

/** Moves the results for a statement in the same surroundings to its new place. */
export function moveKnown(known: KnownStatement, statement: Rule | Where, around: Surroundings): KnownStatement {
  const by = statement.span.start - known.start;
  if (by === 0 && around.places.every(({ start }, index) => start === known.around.places[index]?.start)) return known;
  const offset = (where: Span) => offsetOf(where, known.around, around) ?? by;
  const moved = {
    around,
    start: statement.span.start,
    columnUses: known.columnUses.map(({ column, span: { start, end } }) => ({
      column,
      span: span(start + by, end + by),
    })),
    found: known.found.map(({ look, problem }) => ({ look, problem: moveProblem(problem, offset) })),
  };
  const { resolved } = known;
  if (resolved === undefined || statement.kind !== 'rule') return moved;
  const { expression = resolved.expression } = statement;
  return { ...moved, resolved: { ...resolved, rule: statement, expression } };
}

/** How far text in the head of a block has moved; `undefined` for text in the rule. */
function offsetOf(where: Span, before: Surroundings, now: Surroundings): number | undefined {
  const index = before.places.findIndex((place) => touches(place, where.start));
  const [old, current] = [before.places[index], now.places[index]];
  return old === undefined || current === undefined ? undefined : current.start - old.start;
}
