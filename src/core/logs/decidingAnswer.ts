import type { Answer } from './answer';
import { parseInstant } from './instant';
import type { Outcome } from './outcome';

/** Outcomes that end a failure: the service has made the change, or found it already made. */
const SUCCESSES: ReadonlySet<Outcome> = new Set<Outcome>([
  'created',
  'updated',
  'enabled',
  'disabled',
  'deleted',
  'unchanged',
]);
/** Statuses of an operation that was not carried out, regardless of other entries about the person. */
const SETBACKS: ReadonlySet<Outcome> = new Set<Outcome>(['failed', 'held', 'skipped']);
/** Whether somebody did not get the intended result. */
export function isSetback(outcome: Outcome): boolean {
  return SETBACKS.has(outcome);
}

const TURNS: ReadonlySet<Outcome> = new Set<Outcome>(['created', 'enabled', 'disabled']);

/**
 * The answer that decides the result of an operation: the newest one, each for its own change. A failure lasts until an
 * answer about the same change replaces it, so setting a manager does not count as creating the person, and setting a
 * manager after somebody was created does not make that an update.
 * @param answers oldest first
 */
export function decidingAnswer(answers: readonly Answer[]): Answer | undefined {
  let own: Answer | undefined;
  let reference: Answer | undefined;
  for (const answer of answers) {
    if (answer.isReference === true) reference = later(reference, answer);
    else own = later(own, answer);
  }
  if (own === undefined || reference === undefined) return own ?? reference;
  if (isSetback(own.outcome)) return own;
  if (isSetback(reference.outcome)) return reference;
  const changesNothing = own.outcome === 'unchanged' || own.outcome === 'other';
  return changesNothing && SUCCESSES.has(reference.outcome) ? reference : own;
}

/**
 * What else happened to the person according to the log, in the order of time: successes that the deciding answer does
 * not cover, each once. Empty if everything went as intended.
 * @param answers oldest first
 */
export function otherSuccesses(answers: readonly Answer[]): readonly Answer[] {
  const deciding = decidingAnswer(answers);
  if (deciding === undefined || !isSetback(deciding.outcome)) return [];
  const found = new Map<string, Answer>();
  for (const answer of answers) {
    if (!SUCCESSES.has(answer.outcome) || answer.outcome === 'unchanged') continue;
    found.set(`${answer.outcome} ${answer.isReference === true}`, answer);
  }
  return inOrderOfTime([...found.values()]);
}

/**
 * Sorts answers, oldest first. Those without a readable time come first, so that they do not override one with a time.
 * Setbacks come last among those of the same time, so that none is lost.
 */
export function inOrderOfTime(answers: readonly Answer[]): readonly Answer[] {
  return answers
    .map((answer) => ({ answer, at: parseInstant(answer.at) ?? 0, weight: isSetback(answer.outcome) ? 1 : 0 }))
    .sort((left, right) => left.at - right.at || left.weight - right.weight)
    .map(({ answer }) => answer);
}

/** The deciding one of two answers about the same change. */
function later(before: Answer | undefined, after: Answer): Answer {
  if (before === undefined) return after;
  // If a second copy finds the change already made, the first one made it
  if (after.outcome === 'unchanged' && SUCCESSES.has(before.outcome)) return before;
  if (after.outcome === 'updated' && TURNS.has(before.outcome)) return before;
  if (after.outcome === 'other') return before;
  const lasts = before.outcome === 'failed' && after.outcome !== 'failed' && !SUCCESSES.has(after.outcome);
  return lasts ? before : after;
}
