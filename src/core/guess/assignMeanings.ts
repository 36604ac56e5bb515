import type { Meaning } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import { scoreOf } from './evidence';

/** A candidate column for a meaning, with its score. */
interface Candidate {
  readonly facts: ColumnFacts;
  readonly score: number;
}

/** The candidate columns for a meaning, best first, and whether the best is clearly better than the others. */
export interface Assignment {
  readonly meaning: Meaning;
  readonly candidates: readonly Candidate[];
  /** Whether the match is certain enough for a rule. */
  readonly isSure: boolean;
}

/** The minimum score for a rule; the second value is the minimum for a comment. */
const SURE = 0.8;
const WORTH_SAYING = 0.45;
/** Columns whose scores differ by less than this are ambiguous. */
const MARGIN = 0.1;
/**
 * Meanings that may share a column: id and number, or mail address and sign-in name. Any other column has one meaning.
 */
const SHARED = new Set<Meaning>(['externalId', 'employeeNumber', 'userName', 'email']);

/** Assigns each meaning its best column, in the order of scores. */
export function assignMeanings(columns: readonly ColumnFacts[]): ReadonlyMap<Meaning, Assignment> {
  const pairs = columns
    .flatMap((facts) =>
      [...facts.names].map(([meaning, name]) => ({ facts, meaning, score: scoreOf(facts, meaning, name) })),
    )
    .filter(({ score }) => score >= WORTH_SAYING)
    .sort((a, b) => b.score - a.score || a.facts.index - b.facts.index);
  const taken = new Set<ColumnFacts>();
  const found = new Map<Meaning, Candidate[]>();
  for (const { facts, meaning, score } of pairs) {
    if (taken.has(facts) && !SHARED.has(meaning)) continue;
    const candidates = found.get(meaning) ?? [];
    candidates.push({ facts, score });
    found.set(meaning, candidates);
    const isQuestion = candidates.length > 1 && (candidates[0]?.score ?? 0) - score >= MARGIN;
    if (!SHARED.has(meaning) && score >= SURE && !isQuestion) taken.add(facts);
  }
  return new Map([...found].map(([meaning, candidates]) => [meaning, decided(meaning, candidates)]));
}

function decided(meaning: Meaning, candidates: readonly Candidate[]): Assignment {
  const [best, second] = candidates;
  const isSure =
    best !== undefined && best.score >= SURE && (second === undefined || best.score - second.score >= MARGIN - 1e-9);
  return { meaning, candidates, isSure };
}
