import { describe, expect, it } from 'vitest';
import { checkCompared } from '../../../src/core/guards/checkCompared';
import { checkGuards } from '../../../src/core/guards/checkGuards';
import { guardLimits } from '../../../src/core/guards/limitTable';
import { peopleCases } from './peopleCases';
import { planCases } from './planCases';
import { QUIET } from './quietFacts';

const IDS = ['G2', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9', 'G10', 'G14', 'G16', 'G18', 'G19', 'G22'];

describe('guards of a comparison', () => {
  it('are those that need no look at the tenant, in order', () => {
    expect(checkCompared(QUIET, guardLimits()).map(({ id }) => id)).toEqual(IDS);
  });

  it('say what all guards say of the same facts', () => {
    const cases = Object.values({ ...peopleCases, ...planCases }).flat();
    expect(cases.length).toBeGreaterThan(50);
    for (const { facts, limits } of cases) {
      const given = { ...QUIET, ...facts };
      const all = checkGuards(given, guardLimits(limits)).filter(({ id }) => IDS.includes(id));
      expect(checkCompared(given, guardLimits(limits))).toEqual(all);
    }
  });
});
