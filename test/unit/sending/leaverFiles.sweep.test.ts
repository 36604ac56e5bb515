import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkGuards, decisionOf } from '../../../src/core/guards/checkGuards';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { textsToType } from '../../../src/core/guards/textsToType';
import { acceptAll, keptFolder, plannedBy, planningIn, textPlanner } from '../../support/plannerRig';
import { sweepOf } from '../../support/sweep';
import { QUIET } from '../guards/quietFacts';

const MAPPING = `externalId = [Id]
userName = [Login]
displayName = [Login]
active = [Active]
`;

type State = 'active' | 'inactive' | 'absent';

/** Somebody as a job was last sent them, and as a file has them now. */
const person = fc.record({
  before: fc.constantFrom<State>('active', 'active', 'active', 'active', 'inactive', 'absent'),
  now: fc.oneof(
    { weight: 40, arbitrary: fc.constant<State>('active') },
    { weight: 3, arbitrary: fc.constant<State>('inactive') },
    { weight: 1, arbitrary: fc.constant<State>('absent') },
  ),
});
/** From a handful of people to some two thousand, of whom few or many leave. */
const company = fc
  .record({
    few: fc.array(person, { minLength: 1, maxLength: 120 }),
    stayers: fc.constantFrom(0, 0, 50, 400, 1200),
    times: fc.constantFrom(1, 1, 1, 6),
  })
  .map(({ few, stayers, times }) => [
    ...Array.from({ length: times }, () => few).flat(),
    ...Array.from({ length: stayers }, () => ({ before: 'active', now: 'active' }) as const),
  ]);

function extractOf(states: readonly State[]): string {
  const rows = states.map((state, index) =>
    state === 'absent' ? '' : `p${index},p${index}@contoso.com,${state === 'active' ? 'true' : 'false'}\n`,
  );
  return `Id,Login,Active\n${rows.join('')}`;
}

it('no file of leavers above the limits is sent without typing their number', async () => {
  const folder = keptFolder();
  const property = fc.asyncProperty(company, fc.boolean(), async (all, isFirst) => {
    const how = planningIn(folder);
    rmSync(how.keeping.baseline, { force: true });
    if (!isFirst) await acceptAll(folder, extractOf(all.map(({ before }) => before)), MAPPING);
    const planned = await plannedBy(textPlanner(extractOf(all.map(({ now }) => now)), MAPPING), how);
    const { plan, survey, comparison, findings } = planned;
    const facts = { ...QUIET, ...findings, counts: plan.counts, requests: plan.batches.length, survey, comparison };
    const said = checkGuards(facts, guardLimits());

    const count = (test: (each: (typeof all)[number]) => boolean) => all.filter(test).length;
    const wasSent = !isFirst && all.some(({ before }) => before !== 'absent');
    const active = wasSent ? count(({ before }) => before === 'active') : 0;
    const disabled = count(({ before, now }) => now === 'inactive' && !(wasSent && before === 'inactive'));
    const of = active === 0 ? count(({ now }) => now !== 'absent') : active;
    const isOver = disabled > 20 || (disabled > 1 && disabled * 100 > of * 2);
    const isMass = disabled > 500 || (disabled > 1 && disabled * 100 > of * 10);
    expect(said.find(({ id }) => id === 'G2')).toMatchObject({
      value: disabled,
      decision: isMass ? 'stop' : isOver ? 'type' : 'pass',
    });
    const typed = textsToType(said).map(({ text }) => text);
    expect(!isOver || decisionOf(said) === 'stop' || typed.includes(String(disabled))).toBe(true);
  });
  await fc.assert(property, sweepOf(1000));
});
