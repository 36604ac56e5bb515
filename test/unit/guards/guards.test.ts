import { describe, expect, it } from 'vitest';
import { checkGuards, decisionOf } from '../../../src/core/guards/checkGuards';
import { guards } from '../../../src/core/guards/checks/table';
import type { GuardFacts } from '../../../src/core/guards/guardFacts';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { textsToType } from '../../../src/core/guards/textsToType';
import { LOST } from './guardCase';
import { peopleCases } from './peopleCases';
import { planCases } from './planCases';
import { attribute, compared, FIRST, predicted, job, people, planned, QUIET, SANDBOX, surveyed } from './quietFacts';

const cases = { ...peopleCases, ...planCases };
const limits = guardLimits();
const check = (facts: Partial<GuardFacts> = {}) => checkGuards({ ...QUIET, ...facts }, limits);
const decisions = (facts: Partial<GuardFacts>) =>
  Object.fromEntries(check(facts).map(({ id, decision }) => [id, decision]));

describe('the guards', () => {
  it('are G1 to G22, in this order, each with its cases', () => {
    const ids = Array.from({ length: 22 }, (_, index) => `G${index + 1}`);
    expect(guards.map(({ id }) => id)).toEqual(ids);
    expect(ids.filter((id) => (cases[id] ?? []).length < 2)).toEqual([]);
    expect(Object.keys(cases)).toHaveLength(ids.length);
  });

  it('have a title each', () => {
    const titles = guards.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 50 || !/^[A-Z]/.test(title))).toEqual([]);
  });

  it('all pass a nightly upload with which nothing is wrong, one finding each', () => {
    expect(check().map(({ id, decision }) => `${id} ${decision}`)).toEqual(guards.map(({ id }) => `${id} pass`));
    expect(decisionOf(check())).toBe('pass');
  });

  it('have cases that reach each of their decisions', () => {
    const reached = guards.map(({ id }) => {
      const found = new Set(
        cases[id]?.map(
          ({ facts, limits: set }) => guardOf(id).check({ ...QUIET, ...facts }, guardLimits(set)).decision,
        ),
      );
      return `${id} ${['pass', 'ask', 'type', 'stop'].filter((each) => found.has(each as 'pass')).join(' ')}`;
    });
    expect(reached).toEqual([
      'G1 pass ask type',
      'G2 pass ask type stop',
      'G3 pass ask type stop',
      'G4 pass ask type stop',
      'G5 pass ask type',
      'G6 pass ask type stop',
      'G7 pass ask type stop',
      'G8 pass ask stop',
      'G9 pass ask type stop',
      'G10 pass stop',
      'G11 pass ask type stop',
      'G12 pass ask',
      'G13 pass ask',
      'G14 pass ask',
      'G15 pass ask',
      'G16 pass ask stop',
      'G17 pass',
      'G18 pass ask',
      'G19 pass ask type',
      'G20 pass ask type stop',
      'G21 pass ask',
      'G22 pass type stop',
    ]);
  });
});

const guardOf = (id: string) => {
  const guard = guards.find((each) => each.id === id);
  if (guard === undefined) throw new Error(id);
  return guard;
};

describe.each(guards.map(({ id, title }) => ({ id, title })))('$id: $title', ({ id }) => {
  it.each([...(cases[id] ?? [])])('$name', ({ facts, limits: set, expected }) => {
    const finding = guardOf(id).check({ ...QUIET, ...facts }, guardLimits(set));
    expect(finding).toMatchObject(expected);
    expect(finding.typed !== undefined).toBe(finding.decision === 'type');
    expect(finding.isUncertain ?? false).toBe(expected.isUncertain ?? false);
    // Two sentences, three where the first says where it goes
    expect(finding.message).toMatch(/^[^\s].*\.$/s);
    expect(finding.message.length).toBeLessThan(420);
  });
});

describe('a limit', () => {
  it('is what a finding exceeds wherever it strikes', () => {
    for (const [id, all] of Object.entries(cases))
      for (const { facts, limits: set, name } of all) {
        const { value, limit, decision, isUncertain } = guardOf(id).check({ ...QUIET, ...facts }, guardLimits(set));
        if (value === undefined || limit === undefined || id === 'G15' || isUncertain === true) continue;
        const isEmpty = id === 'G4' && value === 0;
        expect(`${id} ${name}: ${value > limit || isEmpty}`).toBe(`${id} ${name}: ${decision !== 'pass' || isEmpty}`);
      }
  });
});

describe('people disabled by this plan and within a day', () => {
  const ORDER = ['pass', 'type', 'stop'] as const;
  const expected = (count: number) => ORDER[count > 500 ? 2 : count > 20 ? 1 : 0];

  it.each(
    [0, 1, 19, 20, 21, 22, 480, 499, 500, 501].flatMap((now) =>
      [0, 1, 19, 20, 21, 480, 499, 500, 501].map((today) => ({ now, today })),
    ),
  )('$now after $today', ({ now, today }) => {
    const found = decisions({
      ...compared({ active: 1_000_000, leavers: people(now) }),
      disabledToday: { known: today },
    });
    expect([found.G2, found.G3]).toEqual([expected(now), now === 0 ? 'pass' : expected(now + today)]);
  });
});

describe('a sandbox', () => {
  const wrong: Partial<GuardFacts> = {
    ...compared({
      leavers: people(25),
      hidden: people(25),
      joiners: people(200),
      attributes: [attribute('title', { changed: 600, emptied: 100 })],
    }),
    ...job({ state: 'quarantined' }),
    unstableIdentity: ['userName'],
  };
  const there = planned({ target: SANDBOX });

  it('is asked where a tenant wants typing', () => {
    const [real, sandbox] = [check(wrong), check({ ...wrong, ...there })];
    expect(real.filter(({ decision }) => decision === 'type').map(({ id }) => id)).toEqual([
      ...['G2', 'G3', 'G5', 'G6', 'G7', 'G11', 'G19', 'G22'],
    ]);
    expect(sandbox.map(({ typed: _, ...rest }) => rest).filter(({ id }) => id !== 'G1' && id !== 'G15')).toEqual(
      real
        .map(({ typed: _, decision, ...rest }) => ({ ...rest, decision: decision === 'type' ? 'ask' : decision }))
        .filter(({ id }) => id !== 'G1' && id !== 'G15'),
    );
    expect(sandbox.filter((each) => 'typed' in each)).toEqual([]);
    expect([decisionOf(real), decisionOf(sandbox)]).toEqual(['type', 'ask']);
    expect(textsToType(sandbox)).toEqual([]);
  });

  it('is not sent what stops', () => {
    const found = check({ ...surveyed({ uncertain: people(1) }), ...there });
    expect(decisionOf(found)).toBe('stop');
  });
});

describe('what could not be found out', () => {
  it.each([
    [['G1', 'G4', 'G5', 'G6', 'G7', 'G15'], { comparison: LOST }],
    [['G3'], { disabledToday: LOST, ...compared({ leavers: people(1) }) }],
    [['G12'], { callsToday: LOST }],
    [['G20', 'G21'], { effects: LOST }],
    [['G11'], { job: LOST }],
    [['G13'], { sameBodiesAt: LOST }],
    [['G14'], { lastSource: LOST }],
  ] as const)('is asked by %j', (ids, facts) => {
    const found = check(facts);
    const asked = found.filter(({ decision }) => decision !== 'pass');
    expect(asked.map(({ id }) => id)).toEqual(ids);
    for (const { decision, isUncertain, message } of asked) {
      expect([decision, isUncertain]).toEqual(['ask', true]);
      expect(message).toContain(LOST.unknown);
    }
  });
});

describe('the decision over all', () => {
  it.each([
    [[], 'pass'],
    [['pass', 'pass'], 'pass'],
    [['pass', 'ask', 'pass'], 'ask'],
    [['type', 'ask'], 'type'],
    [['ask', 'stop', 'type'], 'stop'],
  ] as const)('of %j is %s', (all, expected) => {
    expect(decisionOf(all.map((decision) => ({ decision })))).toBe(expected);
  });
});

describe('what is to be typed', () => {
  it('is asked for once for each guard', () => {
    const found = check({
      ...FIRST,
      ...job({ state: 'quarantined' }),
      ...predicted({ disabled: people(30), created: people(101) }),
    });
    expect(textsToType(found).map(({ text, findings }) => [text, ...findings.map(({ id }) => id)])).toEqual([
      ['Contoso', 'G1'],
      ['30', 'G2'],
      ['101', 'G5'],
      ['1000', 'G11'],
    ]);
  });

  it('is one number for people disabled by this plan and within a day, if it is the same', () => {
    const texts = (today: number) =>
      textsToType(check({ ...compared({ leavers: people(30) }), disabledToday: { known: today } })).map(
        ({ text, findings }) => [text, ...findings.map(({ id }) => id)],
      );
    expect(texts(0)).toEqual([['30', 'G2', 'G3']]);
    expect(texts(4)).toEqual([
      ['30', 'G2'],
      ['34', 'G3'],
    ]);
  });

  it('is typed for people, too, where a tenant is called like their number', () => {
    const found = check({ ...FIRST, tenantName: '30', ...predicted({ disabled: people(30) }) });
    expect(textsToType(found).map(({ text, findings }) => [text, ...findings.map(({ id }) => id)])).toEqual([
      ['30', 'G1'],
      ['30', 'G2'],
    ]);
  });

  it('is typed twice where the same number is of other people', () => {
    const found = check({ ...compared({ people: 100, joiners: people(30), leavers: people(30) }) });
    expect(textsToType(found).map(({ text, findings }) => [text, ...findings.map(({ id }) => id)])).toEqual([
      ['30', 'G2', 'G3'],
      ['30', 'G5'],
    ]);
  });
});
