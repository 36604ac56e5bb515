import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../../../src/core/expression/dotnet/dates/formatInstant';
import type { DateTime } from '../../../../../src/core/expression/dotnet/dates/instant';
import {
  fromFields,
  fromFileTime,
  fromTicks,
  fromUnixMilliseconds,
  toFields,
  toFileTime,
  toUnixMilliseconds,
} from '../../../../../src/core/expression/dotnet/dates/instant';
import { createSeededRandom } from '../../../../support/seededRandom';
import { isoInstant, isoText } from '../isoInstant';

const LAST: DateTime = { kind: 'dateTime', ticks: 3_155_378_975_999_999_999n };

describe('an instant', () => {
  it('has the fields of UTC', () => {
    expect(toFields({ kind: 'dateTime', ticks: isoInstant('2021-08-25T17:41:18Z').ticks + 1_234_567n })).toEqual({
      year: 2021,
      month: 8,
      day: 25,
      hour: 17,
      minute: 41,
      second: 18,
      ticks: 1_234_567,
      zone: 'utc',
    });
    expect(toFields(LAST)).toMatchObject({ year: 9999, month: 12, day: 31, hour: 23, minute: 59, ticks: 9_999_999 });
  });

  it('comes back from its fields', () => {
    const random = createSeededRandom(20);
    for (let i = 0; i < 2000; i++) {
      const ticks = BigInt(Math.floor(random() * 3_652_059)) * 864_000_000_000n + BigInt(Math.floor(random() * 864e9));
      expect(fromFields(toFields({ kind: 'dateTime', ticks })).ticks).toBe(ticks);
    }
  });

  it('exists from the year 1 to the year 9999', () => {
    expect(fromTicks(0n)).toEqual({ kind: 'dateTime', ticks: 0n });
    expect(fromTicks(LAST.ticks)).toEqual(LAST);
    expect(fromTicks(-1n)).toBeUndefined();
    expect(fromTicks(LAST.ticks + 1n)).toBeUndefined();
  });
});

describe('file times', () => {
  it.each([
    // Documented for DateFromNum and NumFromDate
    [129699324000000000n, '2012-01-01T23:00:00Z'],
    [132539615990000000n, '2021-01-01T07:59:59Z'],
    [133916796000000000n, '2025-05-14T07:00:00Z'],
    [0n, '1601-01-01T00:00:00Z'],
    [2650467743999990000n, '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (fileTime, text) => {
    expect(isoText(fromFileTime(fileTime))).toBe(text);
    expect(toFileTime(isoInstant(text))).toBe(fileTime);
  });

  it.each([-1n, 2650467744000000000n, 9223372036854775807n])('%s is not an instant', (fileTime) => {
    expect(fromFileTime(fileTime)).toBeUndefined();
  });

  it('do not reach back before 1601', () => {
    expect(toFileTime(isoInstant('1600-12-31T23:59:59.999Z'))).toBeUndefined();
  });
});

describe('milliseconds since 1970', () => {
  it.each([0, -1, 1_629_913_278_123, -62_135_596_800_000, 253_402_300_799_999])('%i come back', (milliseconds) => {
    const instant = fromUnixMilliseconds(milliseconds);
    expect(instant && toUnixMilliseconds(instant)).toBe(milliseconds);
  });

  it('drop what is less than a millisecond towards the past', () => {
    expect(toUnixMilliseconds({ kind: 'dateTime', ticks: isoInstant('1969-12-31T23:59:59.998Z').ticks + 9_999n })).toBe(
      -2,
    );
  });

  it.each([-62_135_596_800_001, 253_402_300_800_000, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d are not an instant',
    (milliseconds) => {
      expect(fromUnixMilliseconds(milliseconds)).toBeUndefined();
    },
  );
});

describe('formatInstant', () => {
  it.each([
    ['2020-03-16T07:00:00Z', '3/16/2020 7:00:00 AM'],
    ['2021-06-29T16:00:00Z', '6/29/2021 4:00:00 PM'],
    ['2013-01-11T00:00:00Z', '1/11/2013 12:00:00 AM'],
    ['2013-01-11T12:05:09.999Z', '1/11/2013 12:05:09 PM'],
    ['0099-12-31T23:59:59Z', '12/31/0099 11:59:59 PM'],
  ])('%s is %s', (iso, text) => {
    expect(formatInstant(isoInstant(iso))).toBe(text);
  });
});
