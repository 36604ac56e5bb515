import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkGuards, decisionOf } from '../../../src/core/guards/checkGuards';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { textsToType } from '../../../src/core/guards/textsToType';
import { sweepOf } from '../../support/sweep';
import { people, QUIET, SAME, SURVEY } from './quietFacts';

type State = 'active' | 'inactive' | 'absent';

/** People as a job knew them and as a file has them now. */
const person = fc.record({
  before: fc.constantFrom<State>('active', 'active', 'active', 'inactive', 'absent'),
  now: fc.oneof(
    { weight: 30, arbitrary: fc.constant<State>('active') },
    { weight: 2, arbitrary: fc.constant<State>('inactive') },
    { weight: 1, arbitrary: fc.constant<State>('absent') },
  ),
});
const crowd = fc
  .record({ few: fc.array(person, { minLength: 1, maxLength: 300 }), times: fc.constantFrom(1, 1, 3, 17) })
  .map(({ few, times }) => Array.from({ length: times }, () => few).flat());

it('no file of leavers above the limit is sent without typing', () => {
  fc.assert(
    fc.property(crowd, fc.boolean(), fc.nat(30), (all, isFirst, today) => {
      const count = (test: (each: (typeof all)[number]) => boolean) => all.filter(test).length;
      const active = isFirst ? 0 : count(({ before }) => before === 'active');
      const operations = count(({ now }) => now !== 'absent');
      const leavers = count(({ before, now }) => before === 'active' && now === 'inactive');
      const unknownInactive = count(({ before, now }) => before === 'absent' && now === 'inactive');
      const inactive = count(({ now }) => now === 'inactive');
      const comparison = { ...SAME, active, leavers: people(leavers), unknownInactive: people(unknownInactive) };
      const facts = {
        ...QUIET,
        survey: { ...SURVEY, operations, disabled: people(inactive) },
        comparison: { known: isFirst ? undefined : comparison },
        disabledToday: { known: isFirst ? 0 : today },
      };
      const findings = checkGuards(facts, guardLimits());
      const disabled = isFirst ? inactive : leavers + unknownInactive;
      const of = active === 0 ? operations : active;
      const isOver = (number: number) => number > 20 || (number > 1 && number * 100 > of * 2);
      const isMass = (number: number) => number > 500 || (number > 1 && number * 100 > of * 10);
      const texts = textsToType(findings).map(({ text }) => text);
      const decision = decisionOf(findings);
      if (isMass(disabled)) expect(decision).toBe('stop');
      else if (isOver(disabled)) expect(decision === 'stop' || texts.includes(String(disabled))).toBe(true);
      else expect(findings.find(({ id }) => id === 'G2')?.decision).toBe('pass');
      const summed = isFirst || disabled === 0 ? 0 : disabled + today;
      if (isOver(summed)) expect(decision === 'stop' || texts.includes(String(summed))).toBe(true);
    }),
    sweepOf(1000, 5),
  );
});
