import { describe, expect, it } from 'vitest';
import { problemKindOf, problemKinds } from '../../../src/core/catalogue/problemKinds';
import { readProblemLevels } from '../../../src/cli/input/problemLevels';
import { reviewMapping } from '../../../src/core/examine/reviewMapping';
import { loadMapping } from '../../../src/core/mapping/loadMapping';
import { currentCode, formerCodes } from '../../../src/core/problems/formerCodes';
import { underCurrentCodes } from '../../../src/core/problems/problemLevels';
import { codeOf } from '../../support/codeOf';

const spellings = Object.entries(formerCodes);

describe('former spellings of codes', () => {
  it('are those of no code of today', () => {
    const codes = new Set<string>(problemKinds.map(({ code }) => code));
    expect(spellings.filter(([former]) => codes.has(former))).toEqual([]);
  });

  it.each(spellings)('%s is %s, which has a page', (former, current) => {
    expect(currentCode(former)).toBe(current);
    expect(problemKindOf(current)).toBeDefined();
  });

  it('leave every other code as it is', () => {
    for (const code of ['value.too-long', 'nobody.knowsIt', 'toString']) expect(currentCode(code)).toBe(code);
  });

  it.each(spellings)('%s is taken by --level', (former, current) => {
    expect(readProblemLevels([`${former}=off`])).toEqual({ [current]: 'off' });
  });

  it('are taken in settings, where the spelling of today counts more', () => {
    expect(underCurrentCodes({ 'value.tooLong': 'off', 'mapping.syntax': 'error' })).toEqual({
      'value.too-long': 'off',
      'mapping.syntax': 'error',
    });
    expect(underCurrentCodes({ 'value.too-long': 'error', 'value.tooLong': 'off' })).toEqual({
      'value.too-long': 'error',
    });
  });

  it('silence in comments, with an offer of the spelling of today', () => {
    const text = 'externalId = [I]\nuserName = [U]\nactive = [A]\ntitle = [T] # ignore value.tooLong';
    const loaded = loadMapping(text);
    const at = text.indexOf('title');
    const values = [
      { code: codeOf('value.too-long'), severity: 'warning' as const, message: '', span: { start: at, end: at + 5 } },
    ];
    expect(reviewMapping(loaded, { values })).toMatchObject([
      { code: 'mapping.silence-former-code', data: { replacement: 'value.too-long' } },
    ]);
  });
});
