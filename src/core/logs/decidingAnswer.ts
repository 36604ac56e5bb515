import type { Answer } from './answer';
import { parseInstant } from './instant';
import type { Outcome } from './outcome';

/** Ends a failure: the service has done what it was asked, or found it done. */
const SUCCESSES: ReadonlySet<Outcome> = new Set<Outcome>([
  'created',
  'updated',
  'enabled',
  'disabled',
  'deleted',
  'unchanged',
]);
/** What an operation did not get, whatever else the log says of the person. */
const SETBACKS: ReadonlySet<Outcome> = new Set<Outcome>(['failed', 'held', 'skipped']);
/** Whether somebody did not get what they were sent for. */
export function isSetback(outcome: Outcome): boolean {
  return SETBACKS.has(outcome);
}

const TURNS: ReadonlySet<Outcome> = new Set<Outcome>(['created', 'enabled', 'disabled']);

/**
 * The answer that says what became of an operation: the newest decides, each about its own change. A failure lasts until an answer
 * about the same change says otherwise, so that a manager who was set makes nobody created; nor does a manager who is set after
 * somebody was created make that an update.
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
 * What else the log says happened to the person, in the order of time: successes that the deciding answer does not stand for, each once.
 * Nothing where everything went as it should.
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
 * Oldest first, in whatever order they come. Those without a readable time come first: they must not decide over one that has a time. Of
 * the same time setbacks come last, so that none is lost.
 */
export function inOrderOfTime(answers: readonly Answer[]): readonly Answer[] {
  return answers
    .map((answer) => ({ answer, at: parseInstant(answer.at) ?? 0, weight: isSetback(answer.outcome) ? 1 : 0 }))
    .sort((left, right) => left.at - right.at || left.weight - right.weight)
    .map(({ answer }) => answer);
}

/** Of two answers about the same change, the one that decides. */
function later(before: Answer | undefined, after: Answer): Answer {
  if (before === undefined) return after;
  // What a second copy finds done was done by the first
  if (after.outcome === 'unchanged' && SUCCESSES.has(before.outcome)) return before;
  if (after.outcome === 'updated' && TURNS.has(before.outcome)) return before;
  if (after.outcome === 'other') return before;
  const lasts = before.outcome === 'failed' && after.outcome !== 'failed' && !SUCCESSES.has(after.outcome);
  return lasts ? before : after;
}
