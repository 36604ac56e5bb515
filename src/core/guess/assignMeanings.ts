import type { Meaning } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import { scoreOf } from './evidence';

/** A column for a meaning, and how sure that is. */
interface Candidate {
  readonly facts: ColumnFacts;
  readonly score: number;
}

/** The columns of each meaning: the best first, and whether it is clearly better than the others. */
export interface Assignment {
  readonly meaning: Meaning;
  readonly candidates: readonly Candidate[];
  /** Sure enough to become a rule. */
  readonly isSure: boolean;
}

/** From here on a guess is a rule; from the second on it is worth a comment. */
const SURE = 0.8;
const WORTH_SAYING = 0.45;
/** Columns nearer to each other than that are a question. */
const MARGIN = 0.1;
/** One column may be the person's id and number, or the mail address and the sign-in name; else it has one meaning. */
const SHARED = new Set<Meaning>(['externalId', 'employeeNumber', 'userName', 'email']);

/** Gives each meaning its best column, the surest pairs first. */
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
