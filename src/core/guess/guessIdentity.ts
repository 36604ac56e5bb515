import { PATHS } from './attributeNames';
import type { ColumnFacts } from './columnFacts';
import { doubtfulLines } from './doubtfulLines';
import type { Guess, GuessContext } from './guess';
import { contained, holdsSame, named, sure, unsure } from './guess';
import { guessManager } from './guessManager';

const EXTERNAL_ID = { attribute: 'externalId' };

/**
 * Guesses `externalId`, `employeeNumber` and `manager` together, because the ids of an extract depend on each other.
 */
export function guessIds(context: GuessContext): readonly Guess[] {
  const id = idColumn(context);
  return [...externalId(context, id), ...employeeNumber(context, id), ...guessManager(context, id)];
}

/** The column that identifies people. If managers are named by the values of a column, it is that one. */
export function idColumn(context: GuessContext): ColumnFacts | undefined {
  const candidates = context.assignments.get('externalId')?.candidates ?? [];
  const referred = candidates.filter(({ facts }) => facts.isNearlyUnique && referringTo(context, facts) > 0.5);
  const [only] = referred;
  if (only !== undefined && referred.length === 1 && only.score >= 0.65) return only.facts;
  const [best, second] = candidates;
  if (best === undefined || best.score < 0.8) return undefined;
  // An id is preferred to a number; two columns of the same kind are ambiguous, unless their values are equal
  if (second === undefined || best.score > second.score || holdsSame(best.facts, second.facts)) return best.facts;
  return undefined;
}

function referringTo(context: GuessContext, facts: ColumnFacts): number {
  const managers = context.assignments.get('manager')?.candidates ?? [];
  return Math.max(0, ...managers.map((each) => (each.facts === facts ? 0 : contained(each.facts, facts))));
}

function* externalId(context: GuessContext, id: ColumnFacts | undefined): Generator<Guess> {
  if (id !== undefined) {
    const comments = doubtfulLines(id);
    yield sure(EXTERNAL_ID, named(id), [id], comments.length === 0 ? undefined : comments);
    return;
  }
  const known = (context.assignments.get('externalId')?.candidates ?? []).map(({ facts }) => facts);
  const candidates = known.length > 0 ? known : referredTo(context);
  const [first] = candidates;
  if (first === undefined) return;
  const reason = `externalId: ${candidates.map(named).join(' or ')}? It must tell people apart and never change.`;
  yield unsure(EXTERNAL_ID, named(first), candidates, reason);
}

/** Columns with other names whose values occur in the manager column. */
function referredTo(context: GuessContext): readonly ColumnFacts[] {
  return context.columns.filter(
    (facts) =>
      facts.isUnique &&
      facts.profile.filled === facts.records &&
      !facts.names.has('email') &&
      !facts.names.has('displayName') &&
      referringTo(context, facts) > 0.5,
  );
}

function* employeeNumber(context: GuessContext, id: ColumnFacts | undefined): Generator<Guess> {
  const path = PATHS.employeeNumber;
  if (path === undefined) return;
  const candidates = (context.assignments.get('employeeNumber')?.candidates ?? []).filter(({ score }) => score >= 0.8);
  const own = candidates.find(({ facts }) => facts !== id) ?? candidates[0];
  const best = candidates[0];
  // A separate number is preferred to the id, unless the id's name fits a number better
  const chosen = own !== undefined && best !== undefined && own.score >= best.score - 1e-9 ? own : best;
  if (chosen !== undefined) yield sure(path, named(chosen.facts), [chosen.facts]);
}
