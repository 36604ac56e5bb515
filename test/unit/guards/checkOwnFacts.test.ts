import { describe, expect, it } from 'vitest';
import { checkOwnFacts } from '../../../src/core/guards/checkOwnFacts';
import type { GuardFacts } from '../../../src/core/guards/guardFacts';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { predicted, people, QUIET, surveyed } from './quietFacts';

const check = (facts: Partial<GuardFacts> = {}) => checkOwnFacts({ ...QUIET, ...facts }, guardLimits());
/** Those that do not pass: `G2 ask`. */
const striking = (facts: Partial<GuardFacts>): readonly string[] =>
  check(facts).flatMap(({ id, decision }) => (decision === 'pass' ? [] : [`${id} ${decision}`]));
const inactive = (count: number, operations: number): Partial<GuardFacts> =>
  surveyed({ operations, enabled: operations - count, disabled: people(count) });

describe('guards where nobody says where a plan goes', () => {
  it('are those that the source is enough for, each with one finding and in order', () => {
    expect(check().map(({ id }) => id)).toEqual(['G2', 'G8', 'G9', 'G10', 'G16', 'G18', 'G19', 'G22']);
    expect(striking({})).toEqual([]);
  });

  it('are those of accounts besides, where accounts are known', () => {
    const known = ['G2', 'G5', 'G8', 'G9', 'G10', 'G16', 'G18', 'G19', 'G20', 'G21', 'G22'];
    expect(check(predicted({})).map(({ id }) => id)).toEqual(known);
    expect(striking(predicted({}))).toEqual([]);
    expect(check(predicted({ accounts: 0 })).map(({ id }) => id)).not.toContain('G5');
  });

  it('number inactive people against half of all', () => {
    const found = check(inactive(600, 1000)).find(({ id }) => id === 'G2');
    expect(found).toMatchObject({ value: 600, limit: 500, records: people(600) });
  });

  it('say nothing of where it goes, nor of what was sent before', () => {
    const said = [...check(), ...check(predicted({ accounts: 0 }))].map(({ message }) => message);
    expect(said.join('\n')).not.toMatch(/this job|last time|tenant|before/);
  });

  it.each([
    [predicted({ otherPeople: people(1) }), ['G20 type']],
    [predicted({ otherPeople: people(11) }), ['G20 stop']],
    [predicted({ madeForLeavers: people(1) }), ['G21 ask']],
    [predicted({ disabled: people(1) }), []],
    [predicted({ disabled: people(21) }), ['G2 type']],
    [predicted({ disabled: people(101) }), ['G2 stop']],
    [predicted({ created: people(101) }), ['G5 type']],
    [surveyed({ sameIds: people(1) }), ['G8 stop']],
    [surveyed({ uncertain: people(2) }), ['G10 stop']],
    [{ damagedIds: people(1) }, ['G16 stop']],
    [{ disabledByDefault: people(3) }, ['G18 ask']],
    [{ hiddenLeavers: people(4) }, ['G19 ask']],
    [{ unstableIdentity: ['externalId'] }, ['G22 stop']],
  ])('%#: strike as they do for a tenant', (facts, expected) => {
    expect(striking(facts)).toEqual(expected);
  });

  it.each([
    // Leavers of many years, or one who leaves
    [500, 1000, []],
    [1, 1, []],
    [501, 1000, ['G2 ask']],
    [20, 20, ['G2 ask']],
    [2, 2, ['G2 ask']],
  ])('of %i inactive people among %i: %j', (count, operations, expected) => {
    expect(striking(inactive(count, operations))).toEqual(expected);
  });

  it('count those who would be disabled instead, where accounts are known', () => {
    expect(striking({ ...inactive(900, 1000), ...predicted({}) })).toEqual([]);
  });
});
