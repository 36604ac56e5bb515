import { describe, expect, it } from 'vitest';
import { isoInstant } from '../dotnet/isoInstant';
import { outcome, remarks } from './run';

const DATES = 'information expression.date-not-converted';

describe('a text where Entra wants a date', () => {
  it.each([
    ['DateAdd("d", 1, [a])', [`${DATES}: [a]`]],
    ['DateAdd("d", 1, "1/2/2026")', [`${DATES}: "1/2/2026"`]],
    ['DateAdd("d", [n], CDate([a]))', []],
    ['DateDiff("d", [a], [b])', [`${DATES}: [a]`, `${DATES}: [b]`]],
    ['DateDiff([i], Now(), [b])', [`${DATES}: [b]`]],
    ['DateDiff("d", CDate([a]), DateFromNum([b]))', []],
    ['NumFromDate([a])', []],
  ])('%s', (text, expected) => {
    expect(remarks(text)).toEqual(expected);
  });
});

describe('dates', () => {
  const source = {
    text: 'soon',
    ldap: '20150123105347.0Z',
    empty: '',
    number: 'x',
    unit: 'w',
    d: '1/31/2024',
    list: ['2/1/2024', 'x'],
    none: [],
  };

  it.each([
    ['CDate([d])', '1/31/2024 12:00:00 AM'],
    ['CDate([list])', '2/1/2024 12:00:00 AM'],
    ['CDate([missing])', null],
    ['CDate([text])', { error: 'E_DATE at CDate([text])' }],
    ['CDate([none])', { error: 'E_DATE at CDate([none])' }],
    ['DateAdd("m", 1, CDate([d]))', '2/29/2024 12:00:00 AM'],
    ['DateAdd("h", -1, [d])', '1/30/2024 11:00:00 PM'],
    ['DateAdd("d", [missing], [d])', null],
    ['DateAdd("d", 1, [missing])', null],
    ['DateAdd("d", [number], [d])', { error: 'E_TYPE at DateAdd("d", [number], [d])' }],
    ['DateAdd([unit], 1, [d])', { error: 'E_TYPE at DateAdd([unit], 1, [d])' }],
    ['DateAdd([missing], 1, [d])', { error: 'E_TYPE at DateAdd([missing], 1, [d])' }],
    ['DateAdd("yyyy", 8000, [d])', { error: 'E_DATE at DateAdd("yyyy", 8000, [d])' }],
    ['DateDiff("d", [d], [list])', 1n],
    ['DateDiff("d", [list], [d])', -1n],
    ['DateDiff("d", [missing], [d])', null],
    ['DateDiff("d", [d], [missing])', null],
    ['DateDiff("d", [d], [empty])', { error: 'E_DATE at DateDiff("d", [d], [empty])' }],
    ['DateDiff([unit], [d], [d])', { error: 'E_TYPE at DateDiff([unit], [d], [d])' }],
    ['DateDiff([missing], [d], [d])', { error: 'E_TYPE at DateDiff([missing], [d], [d])' }],
    ['DateFromNum(0)', '1/1/1601 12:00:00 AM'],
    ['DateFromNum([missing])', null],
    ['DateFromNum(-1)', { error: 'E_DATE at DateFromNum(-1)' }],
    ['DateFromNum(9223372036854775807)', { error: 'E_DATE at DateFromNum(9223372036854775807)' }],
    ['DateFromNum([ldap])', { error: 'E_TYPE at DateFromNum([ldap])' }],
    ['DateFromNum([text])', { error: 'E_TYPE at DateFromNum([text])' }],
    ['NumFromDate("1601-01-01")', 0n],
    ['NumFromDate(CDate([missing]))', null],
    ['NumFromDate("1600-12-31")', { error: 'E_DATE at NumFromDate("1600-12-31")' }],
    ['DateFromNum(NumFromDate([d]))', '1/31/2024 12:00:00 AM'],
    ['Now()', { error: 'E_CONTEXT at Now()' }],
  ])('%s', (text, expected) => {
    expect(outcome(text, source)).toEqual(expected);
  });

  it('know the present moment from the context', () => {
    const now = isoInstant('2026-11-23T08:05:09Z');
    expect(outcome('Now()', {}, { now })).toBe('11/23/2026 8:05:09 AM');
    expect(outcome('DateDiff("n", CDate([d]), Now())', { d: '11/23/2026' }, { now })).toBe(485n);
  });
});
