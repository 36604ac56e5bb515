import { describe, expect, it } from 'vitest';
import { dateInName } from '../../../src/core/guards/dateInName';

describe('the date in the name of a file', () => {
  it.each([
    ['hr-2026-11-28.csv', '2026-11-28'],
    ['hr_2026_11_28.csv', '2026-11-28'],
    ['hr.2026.11.28.csv', '2026-11-28'],
    ['20261128.csv', '2026-11-28'],
    ['19991231', '1999-12-31'],
    ['hr20261128.csv', '2026-11-28'],
    ['hr-2026-11-28T0310.csv', '2026-11-28 03:10'],
    ['hr-2026-11-28 03.10.csv', '2026-11-28 03:10'],
    ['hr_20261128_031059.csv', '2026-11-28 03:10'],
    ['20261128031059.csv', '2026-11-28 03:10'],
    ['hr-2026-11-28_23-59-59.csv', '2026-11-28 23:59'],
    ['export 28.11.2026.csv', '2026-11-28'],
    ['export 01.02.2026 of 2026-11-28.csv', '2026-11-28'],
    ['hr-2026-10-31-final.csv', '2026-10-31'],
    ['hr-2026-11-28-v2.csv', '2026-11-28'],
  ])('%s: %s', (name, expected) => {
    expect(dateInName(name)).toBe(expected);
  });

  it.each([
    'people.csv',
    'hr-2026.csv',
    'hr-2026-13-01.csv',
    'hr-2026-00-10.csv',
    'hr-2026-11-32.csv',
    'hr-2026-11-00.csv',
    'hr-2026-1128.csv',
    'hr-1826-11-28.csv',
    'hr-28-11-2026.csv',
    'hr-11-28-2026.csv',
    'hr-32.11.2026.csv',
    'hr-28.13.2026.csv',
    'id-120261128.csv',
    '202611281.csv',
    '1028.11.2026',
    '28.11.20261',
  ])('is not guessed: %s', (name) => {
    expect(dateInName(name)).toBeUndefined();
  });
});
