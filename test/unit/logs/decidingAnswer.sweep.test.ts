import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../../src/core/logs/answer';
import { decidingAnswer, inOrderOfTime, otherSuccesses } from '../../../src/core/logs/decidingAnswer';
import type { Outcome } from '../../../src/core/logs/outcome';
import { sweepOf } from '../../support/sweep';

const GOOD: readonly Outcome[] = ['created', 'updated', 'enabled', 'disabled', 'deleted', 'unchanged'];
const OUTCOMES: readonly Outcome[] = [...GOOD, 'failed', 'failed', 'failed', 'skipped', 'held', 'other'];

interface Happened {
  readonly outcome: Outcome;
  readonly isReference: boolean;
}
const happened = fc.record({ outcome: fc.constantFrom(...OUTCOMES), isReference: fc.boolean() });

/** What happened to one person, a second after each other, in an order in which the log may give it. */
const told = fc.array(happened, { minLength: 1, maxLength: 7 }).chain((all) => {
  const answers = all.map(({ outcome, isReference }, index): Answer => ({
    entry: `e${index}`,
    at: `2026-11-30T08:00:0${index}Z`,
    outcome,
    ...(isReference && { isReference: true }),
  }));
  return fc.record({
    all: fc.constant(all),
    answers: fc.shuffledSubarray(answers, { minLength: answers.length }),
  });
});

/** A failure stays one until an entry about the same change succeeds. */
function hasStandingFailure(all: readonly Happened[], isReference: boolean): boolean {
  let stands = false;
  for (const each of all) {
    if (each.isReference !== isReference) continue;
    if (each.outcome === 'failed') stands = true;
    else if (GOOD.includes(each.outcome)) stands = false;
  }
  return stands;
}

it('a failure lasts until the same change succeeds, in any order of entries', () => {
  const property = fc.property(told, ({ all, answers }) => {
    const state = decidingAnswer(inOrderOfTime(answers))?.outcome;
    const own = hasStandingFailure(all, false);
    const reference = hasStandingFailure(all, true);
    if (own) expect(state).toBe('failed');
    // Other outcomes that need attention are not successes either
    else if (reference) expect(['failed', 'held', 'skipped']).toContain(state);
    else expect(state).not.toBe('failed');
  });
  fc.assert(property, sweepOf(5000));
});

it('what went well beside a setback is not lost, and nothing else is said', () => {
  const property = fc.property(told, ({ all, answers }) => {
    const inOrder = inOrderOfTime(answers);
    const state = decidingAnswer(inOrder)?.outcome ?? 'other';
    const also = otherSuccesses(inOrder).map(({ outcome, isReference }) => `${outcome} ${isReference === true}`);
    const well = all.filter(({ outcome }) => GOOD.includes(outcome) && outcome !== 'unchanged');
    const expected = ['failed', 'held', 'skipped'].includes(state)
      ? new Set(well.map(({ outcome, isReference }) => `${outcome} ${isReference}`))
      : new Set();
    expect(new Set(also)).toEqual(expected);
    expect(also).toHaveLength(expected.size);
  });
  fc.assert(property, sweepOf(5000));
});
