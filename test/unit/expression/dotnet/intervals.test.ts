import { describe, expect, it } from 'vitest';
import { addInterval } from '../../../../src/core/expression/dotnet/addInterval';
import type { DateInterval } from '../../../../src/core/expression/dotnet/dates/dateInterval';
import { DATE_INTERVALS, isDateInterval } from '../../../../src/core/expression/dotnet/dates/dateInterval';
import { diffInterval } from '../../../../src/core/expression/dotnet/diffInterval';
import type { DateTime } from '../../../../src/core/expression/dotnet/dates/instant';
import { createSeededRandom } from '../../../support/seededRandom';
import { isoInstant, isoText } from './isoInstant';

describe('addInterval', () => {
  it.each<[string, DateInterval, bigint, string | undefined]>([
    // Documented for DateAdd
    ['2012-03-16T07:00:00Z', 'd', 7n, '2012-03-23T07:00:00Z'],
    ['2012-03-16T07:00:00Z', 'd', -10n, '2012-03-06T07:00:00Z'],
    ['2012-03-16T07:00:00Z', 'm', 10n, '2013-01-16T07:00:00Z'],
    ['2012-03-16T07:00:00Z', 'yyyy', 2n, '2014-03-16T07:00:00Z'],
    ['2001-01-01T00:00:00Z', 'm', 3n, '2001-04-01T00:00:00Z'],
    // The last day of the month
    ['2024-01-31T00:00:00Z', 'm', 1n, '2024-02-29T00:00:00Z'],
    ['2023-01-31T00:00:00Z', 'm', 1n, '2023-02-28T00:00:00Z'],
    ['2024-02-29T12:00:00Z', 'yyyy', 1n, '2025-02-28T12:00:00Z'],
    ['2024-02-29T12:00:00Z', 'yyyy', -4n, '2020-02-29T12:00:00Z'],
    ['2024-03-31T00:00:00Z', 'm', -1n, '2024-02-29T00:00:00Z'],
    ['2024-01-15T00:00:00Z', 'm', -1n, '2023-12-15T00:00:00Z'],
    // The others
    ['2025-03-01T00:00:00Z', 's', -1n, '2025-02-28T23:59:59Z'],
    ['2025-05-14T08:00:00Z', 'h', -7n, '2025-05-14T01:00:00Z'],
    ['2025-05-14T08:00:00Z', 'n', 90n, '2025-05-14T09:30:00Z'],
    ['2025-05-14T08:00:00.123Z', 'ww', 2n, '2025-05-28T08:00:00.123Z'],
    ['2025-05-14T08:00:00Z', 'd', 0n, '2025-05-14T08:00:00Z'],
    // Out of range
    ['9999-12-31T00:00:00Z', 'd', 1n, undefined],
    ['9999-12-01T00:00:00Z', 'm', 1n, undefined],
    ['9999-11-30T00:00:00Z', 'm', 1n, '9999-12-30T00:00:00Z'],
    ['0001-01-31T00:00:00Z', 'm', -1n, undefined],
    ['0001-02-01T00:00:00Z', 'm', -1n, '0001-01-01T00:00:00Z'],
    ['0001-01-01T00:00:00Z', 's', -1n, undefined],
    ['2025-01-01T00:00:00Z', 'yyyy', 10n ** 30n, undefined],
    ['2025-01-01T00:00:00Z', 'n', -(10n ** 30n), undefined],
  ])('%s, %s, %s', (from, interval, value, expected) => {
    expect(isoText(addInterval(interval, value, isoInstant(from)))).toBe(expected);
  });
});

describe('diffInterval', () => {
  it.each<[DateInterval, string, string, bigint]>([
    // The table in the description of DateDiff
    ['yyyy', '2021-08-25T17:41:18Z', '2012-03-16T07:00:00Z', -9n],
    ['m', '2021-08-25T17:41:18Z', '2012-03-16T07:00:00Z', -113n],
    ['d', '2021-08-25T17:41:18Z', '2012-03-16T07:00:00Z', -3449n],
    ['ww', '2021-08-25T17:41:18Z', '2012-03-16T07:00:00Z', -493n],
    ['d', '2021-08-30T16:00:00Z', '2021-08-30T16:00:00Z', 0n],
    ['h', '2021-08-24T00:00:00Z', '2021-08-25T00:00:00Z', 24n],
    ['n', '2021-08-24T00:00:00Z', '2021-08-25T00:00:00Z', 1440n],
    ['s', '2021-08-24T00:00:00Z', '2021-08-25T00:00:00Z', 86400n],
    // Calendar months and years, on any day
    ['m', '2021-01-31T00:00:00Z', '2021-02-01T00:00:00Z', 1n],
    ['m', '2021-02-01T00:00:00Z', '2021-02-28T00:00:00Z', 0n],
    ['yyyy', '2020-12-31T23:59:59Z', '2021-01-01T00:00:00Z', 1n],
    // Elapsed time towards zero
    ['d', '2025-07-30T12:00:00Z', '2025-08-10T00:00:00Z', 10n],
    ['d', '2025-08-10T00:00:00Z', '2025-07-30T12:00:00Z', -10n],
    ['h', '2025-08-10T00:59:59Z', '2025-08-10T00:00:00Z', 0n],
    ['n', '2025-05-14T01:00:00Z', '2025-05-14T00:00:00Z', -60n],
    // Weeks begin on Sundays: 2025-08-09 is a Saturday
    ['ww', '2025-08-09T00:00:00Z', '2025-08-10T00:00:00Z', 1n],
    ['ww', '2025-08-10T00:00:00Z', '2025-08-16T00:00:00Z', 0n],
    ['ww', '2025-08-09T12:00:00Z', '2025-08-10T00:00:00Z', 0n],
    ['ww', '2025-08-09T12:00:00Z', '2025-08-17T00:00:00Z', 1n],
    ['ww', '0001-01-01T00:00:00Z', '0001-01-07T00:00:00Z', 1n],
  ])('%s from %s to %s', (interval, from, to, expected) => {
    expect(diffInterval(interval, isoInstant(from), isoInstant(to))).toBe(expected);
  });
});

describe('adding and measuring', () => {
  const random = createSeededRandom(3);
  const anInstant = (): DateTime => ({
    kind: 'dateTime',
    ticks: BigInt(Math.floor(500_000 + random() * 2_500_000)) * 864_000_000_000n + BigInt(Math.floor(random() * 864e9)),
  });

  it.each([...DATE_INTERVALS])('%s agree', (interval) => {
    for (let i = 0; i < 500; i++) {
      const from = anInstant();
      const value = BigInt(Math.floor(random() * 2000) - 1000);
      const to = addInterval(interval, value, from);
      expect(to && diffInterval(interval, from, to)).toBe(value);
    }
  });

  it.each([...DATE_INTERVALS])('%s are the same forth and back, but for the sign', (interval) => {
    for (let i = 0; i < 500; i++) {
      const [from, to] = [anInstant(), anInstant()];
      expect(diffInterval(interval, to, from)).toBe(-diffInterval(interval, from, to));
    }
  });
});

describe('isDateInterval', () => {
  it.each(['D', 'q', 'w', 'y', 'year', ''])('refuses %j', (text) => {
    expect(isDateInterval(text)).toBe(false);
  });

  it.each([...DATE_INTERVALS])('takes %s', (text) => {
    expect(isDateInterval(text)).toBe(true);
  });
});
