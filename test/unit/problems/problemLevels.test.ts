import { describe, expect, it } from 'vitest';
import { PROBLEM_LEVELS, raisedLevels } from '../../../src/core/problems/problemLevels';

describe('the levels of a user, where a workspace has some too', () => {
  it.each(PROBLEM_LEVELS.flatMap((own) => PROBLEM_LEVELS.map((demanded) => ({ own, demanded }))))(
    'of $own and $demanded are the stricter',
    ({ own, demanded }) => {
      const [stricter] = PROBLEM_LEVELS.filter((level) => level === own || level === demanded);
      expect(raisedLevels({ a: own }, { a: demanded })).toEqual({ a: stricter });
    },
  );

  it('are a lower bound where the user has not chosen any', () => {
    expect(raisedLevels({ a: 'off' }, { b: 'off' })).toEqual({ a: 'off', b: { atLeast: 'off' } });
    expect(raisedLevels({}, { constructor: 'warning' as const })).toEqual({ constructor: { atLeast: 'warning' } });
  });
});
