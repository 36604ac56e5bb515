import type { DraftRule } from '../import/mappingDraft';
import { columnExpression } from '../import/mappingDraft';
import type { AttributePath } from '../scim/attributePath';
import type { Assignment } from './assignMeanings';
import type { Meaning } from './attributeNames';
import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';

/** The input of all guesses. */
export interface GuessContext {
  readonly columns: readonly ColumnFacts[];
  readonly assignments: ReadonlyMap<Meaning, Assignment>;
  /** The domain that the user has set for sign-in names. */
  readonly defaultDomain?: string;
}

/** A guessed rule, and the columns it is based on. */
export interface Guess {
  readonly rule: DraftRule;
  readonly columns: readonly string[];
  /** From 0 to 1. */
  readonly score: number;
}

/** The column for a meaning, if the assignment is certain. */
export function sureColumn(context: GuessContext, meaning: Meaning): ColumnFacts | undefined {
  const assignment = context.assignments.get(meaning);
  return assignment?.isSure === true ? assignment.candidates[0]?.facts : undefined;
}

/** The column in brackets, as written in comments and expressions. */
export function named({ column }: ColumnFacts): string {
  return columnExpression(column) ?? JSON.stringify(column);
}

/** The share of records, from 0 to 1, whose value also occurs in the other column. */
export function contained(inner: ColumnFacts, outer: ColumnFacts): number {
  const values = new Set(outer.profile.values.map(({ value }) => value.trim()));
  return inner.share((value) => values.has(value));
}

/** Whether most of the kept records have the same value in both columns. */
export function holdsSame(one: ColumnFacts, other: ColumnFacts): boolean {
  const filled = one.rows.filter(({ cells }) => (cells[one.index] ?? '') !== '');
  const same = filled.filter(({ cells }) => cells[one.index]?.trim() === cells[other.index]?.trim());
  return filled.length > 0 && same.length > filled.length / 2;
}

/** A guess that becomes a rule. */
export function sure(
  path: AttributePath,
  expression: string,
  facts: readonly ColumnFacts[],
  comments?: readonly string[],
): Guess {
  return {
    rule: { path, expression, ...(comments === undefined ? {} : { comments }) },
    columns: facts.map(({ column }) => column),
    score: 1,
  };
}

/** A guess that becomes a comment, with the reason why a person must decide. */
export function unsure(
  path: AttributePath,
  expression: string,
  facts: readonly ColumnFacts[],
  reason: string | readonly string[],
): Guess {
  const comments = typeof reason === 'string' ? [reason] : reason;
  return { rule: { path, expression, comments, isOff: true }, columns: facts.map(({ column }) => column), score: 0.5 };
}

/**
 * A guess that copies the best column. It is only a question if several columns are equally good, the name is ambiguous
 * or the value may be private.
 */
export function plainGuess(context: GuessContext, meaning: Meaning): Guess | undefined {
  const path = PATHS[meaning];
  const assignment = context.assignments.get(meaning);
  const [best, second] = assignment?.candidates ?? [];
  if (path === undefined || assignment === undefined || best === undefined) return undefined;
  const expression = named(best.facts);
  const label = path.sub === undefined || path.sub === 'value' ? path.attribute : path.sub;
  if (assignment.isSure) return sure(path, expression, [best.facts]);
  if (second !== undefined && best.score - second.score < 0.1) {
    const near = assignment.candidates.filter(({ score }) => best.score - score < 0.1).map(({ facts }) => facts);
    return unsure(path, expression, near, `${label}: ${near.map(named).join(' or ')}?`);
  }
  return unsure(path, expression, [best.facts], `${label}: ${expression}? The name and the values do not settle it.`);
}
