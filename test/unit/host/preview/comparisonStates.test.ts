import { describe, expect, it } from 'vitest';
import { extractProblems } from '../../../../src/core/csv/extractProblemKinds';
import { readingState, unusableState } from '../../../../src/host/preview/comparison/comparisonStates';

const EXTRACT = { kind: 'extract', name: 'other.csv' } as const;
const LAST_RUN = { kind: 'baseline', connection: 'Contoso' } as const;
const NOT_UTF_8 = {
  code: extractProblems.invalidEncoding.code,
  severity: 'fatal',
  message: 'Not UTF-8.',
  encoding: 'windows-1252',
} as const;

describe('the states of a comparison', () => {
  it.each([
    [EXTRACT, 'other', 'Reading other.csv', 0.2],
    [EXTRACT, 'own', 'Reading own.csv', 0.7],
    [LAST_RUN, 'own', 'Reading own.csv', 0.4],
  ] as const)('say how far it is: %j, %s', (other, side, text, share) => {
    expect(readingState(other, 'own.csv', { side, share: 0.4 })).toEqual({ kind: 'reading', other, text, share });
  });

  it('offer the encoding that the other extract looks like, and that of no other', () => {
    const status = { kind: 'problems', version: 1, problems: [NOT_UTF_8] } as const;
    expect(unusableState(EXTRACT, 'own.csv', { ...status, side: 'other' })).toMatchObject({
      text: 'other.csv cannot be converted:',
      readAs: 'windows-1252',
      problems: [{ text: 'Not UTF-8.' }],
    });
    const own = unusableState(EXTRACT, 'own.csv', { ...status, side: 'own' });
    expect(own).toMatchObject({ text: 'own.csv cannot be converted:' });
    expect(own).not.toHaveProperty('readAs');
  });

  it('say why nothing is known of what was last sent', () => {
    const known = (reason?: string) => unusableState(LAST_RUN, 'own.csv', { kind: 'unknown', version: 1, reason });
    expect(known('its file is damaged')).toMatchObject({
      text: 'What was last sent over Contoso is not known: its file is damaged.',
    });
    expect(known()).toMatchObject({
      text: 'What was last sent over Contoso is not known: this machine keeps no record of it.',
    });
  });
});
