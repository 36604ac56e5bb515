import { describe, expect, it } from 'vitest';
import type { ChosenLimits, LimitName } from '../../../src/core/guards/limitTable';
import { chosenLimits, guardLimits, LIMIT_NAMES, LIMITS } from '../../../src/core/guards/limitTable';
import { parseLimits } from '../../../src/core/guards/parseLimits';
import { strictest } from '../../../src/core/guards/strictest';

describe('limits', () => {
  it('are these unless somebody sets them', () => {
    expect(guardLimits()).toEqual({
      disable: { type: { count: 20, percent: 2 }, stop: { count: 500, percent: 10 } },
      shrink: { type: 10, stop: 50 },
      create: { type: { count: 100, percent: 10 } },
      change: { type: { count: 20, percent: 50 }, stopIdentity: 1 },
      empty: { type: 5, stop: 30 },
      refuse: { type: 1, stop: 10 },
      damage: { ask: 1 },
      callsPerDay: 2000,
      pilot: 5,
    });
  });

  it.each(LIMIT_NAMES)('%s is found where guards read it', (name) => {
    const set = guardLimits({ [name]: 77 });
    expect(name.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], set)).toBe(77);
    expect(JSON.stringify(set).match(/77/g)).toHaveLength(1);
  });

  it('that are not valid are left out', () => {
    const values: Partial<Record<LimitName, unknown>> = {
      'disable.type.count': 0,
      'disable.type.percent': 0.5,
      'disable.stop.count': 1.5,
      'disable.stop.percent': 100,
      'shrink.type': 100.5,
      'shrink.stop': -1,
      'create.type.count': '7',
      'create.type.percent': Number.NaN,
      'change.type.count': 1e6,
      callsPerDay: Number.POSITIVE_INFINITY,
      pilot: null,
    };
    expect(chosenLimits((name) => values[name])).toEqual({
      'disable.type.count': 0,
      'disable.type.percent': 0.5,
      'disable.stop.percent': 100,
      'change.type.count': 1e6,
    });
  });
});

describe('the limits of a user and a workspace', () => {
  const both = (user: ChosenLimits, workspace: ChosenLimits, name: LimitName) => strictest(user, workspace)[name];

  it.each(LIMIT_NAMES.filter((name) => name !== 'pilot'))('%s: the lower one counts', (name) => {
    const { standard } = LIMITS[name];
    expect(both({}, {}, name)).toBe(standard);
    expect(both({ [name]: 90 }, {}, name)).toBe(90);
    expect(both({ [name]: 90 }, { [name]: 91 }, name)).toBe(90);
    expect(both({ [name]: 90 }, { [name]: 89 }, name)).toBe(89);
    expect(both({ [name]: 90 }, { [name]: 0 }, name)).toBe(0);
    expect(both({}, { [name]: standard + 1 }, name)).toBe(standard);
    expect(both({}, { [name]: 0 }, name)).toBe(0);
  });

  it('a pilot that one of them wants is sent', () => {
    const rows = [
      [0, 0, 0],
      [0, 5, 5],
      [5, 0, 5],
      [5, 3, 3],
      [3, 5, 3],
    ] as const;
    for (const [user, workspace, expected] of rows)
      expect(both({ pilot: user }, { pilot: workspace }, 'pilot')).toBe(expected);
    expect(both({}, { pilot: 0 }, 'pilot')).toBe(5);
  });
});

describe('a file of limits', () => {
  it.each<[string, ChosenLimits]>([
    ['{}', {}],
    [
      '{ "disable.type.count": 0, "shrink.type": 12.5, "pilot": 0 }',
      { 'disable.type.count': 0, 'shrink.type': 12.5, pilot: 0 },
    ],
  ])('%s is read', (text, limits) => {
    expect(parseLimits(text)).toEqual({ limits });
  });

  it.each([
    ['', /^Line 1, column 1: /],
    ['{\n  "pilot": 5,\n}', /^Line 2, column 13: /],
    ['{ "pilot": 5, "pilot": 6 }', /^Line 1, column 15: /],
    ['[]', /^It must be a JSON object of limits, such as \{ "disable\.type\.count": 20 \}\.$/],
    ['20', /^It must be a JSON object/],
    ['{ "disable.typ.count": 5 }', /^Unknown limit "disable\.typ\.count"\. Did you mean "disable\.type\.count"\?$/],
    [
      '{ "nonsense": 5 }',
      /^Unknown limit "nonsense"\. Available: disable\.type\.count, disable\.type\.percent, .*pilot\.$/,
    ],
    ['{ "__proto__": 5 }', /^Unknown limit "__proto__"\./],
    ['{ "toString": 5 }', /^Unknown limit "toString"\./],
    ['{ "disable.type.count": "20" }', /^"disable\.type\.count" must be a whole number, 0 or greater\.$/],
    ['{ "disable.type.count": 1.5 }', /^"disable\.type\.count" must be a whole number, 0 or greater\.$/],
    ['{ "callsPerDay": -1 }', /^"callsPerDay" must be a whole number, 0 or greater\.$/],
    ['{ "shrink.stop": 101 }', /^"shrink\.stop" must be a number from 0 to 100\.$/],
    ['{ "shrink.stop": null }', /^"shrink\.stop" must be a number from 0 to 100\.$/],
    ['{ "shrink.stop": { "percent": 5 } }', /^"shrink\.stop" must be a number from 0 to 100\.$/],
    ['['.repeat(2000), /^Line 1, column 65: /],
  ])('%s is refused', (text, expected) => {
    const read = parseLimits(text);
    expect('problems' in read ? read.problems : read).toEqual([expect.stringMatching(expected)]);
  });

  it('says everything that is wrong', () => {
    const read = parseLimits('{ "disable.typ.count": 5, "pilot": 1, "shrink.stop": 101 }');
    expect('problems' in read && read.problems).toHaveLength(2);
  });
});
