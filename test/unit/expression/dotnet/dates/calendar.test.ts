import { describe, expect, it } from 'vitest';
import type { DateFields } from '../../../../../src/core/expression/dotnet/dates/calendar';
import {
  DAYS_OF_ALL_YEARS,
  dayExists,
  dayNumber,
  dayOfNumber,
  dayOfWeek,
  daysInMonth,
  subtractOffset,
} from '../../../../../src/core/expression/dotnet/dates/calendar';

/** JavaScript's own calendar, which is the same proleptic Gregorian one. */
function javaScriptDay(number: number): Date {
  return new Date((number - 719162) * 86_400_000);
}

describe('the days of the years 1 to 9999', () => {
  it('are those of an independent calendar', () => {
    const wrong: string[] = [];
    const check = (number: number): void => {
      const date = javaScriptDay(number);
      const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      const found = dayOfNumber(number);
      const agrees =
        found.year === day.year &&
        found.month === day.month &&
        found.day === day.day &&
        dayNumber(day) === number &&
        dayOfWeek(day) === date.getUTCDay() &&
        dayExists(day);
      if (!agrees) wrong.push(date.toISOString());
    };
    for (let number = 0; number < DAYS_OF_ALL_YEARS; number += 7) check(number);
    for (let year = 1; year <= 9999; year++) {
      const january = dayNumber({ year, month: 1, day: 1 });
      for (const number of [january - 1, january, january + 58, january + 59, january + 60])
        if (number >= 0) check(number);
    }
    check(DAYS_OF_ALL_YEARS - 1);
    expect(wrong).toEqual([]);
  });

  it.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [2023, 1, 31],
    [2023, 12, 31],
    [2023, 4, 30],
    [2023, 0, 0],
    [2023, 13, 0],
  ])('%i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  it.each([
    [0, 1, 1],
    [10000, 1, 1],
    [2023, 2, 29],
    [2023, 13, 1],
    [2023, 0, 1],
    [2023, 1, 0],
    [2023, 1, 32],
  ])('%i-%i-%i does not exist', (year, month, day) => {
    expect(dayExists({ year, month, day })).toBe(false);
  });
});

describe('subtractOffset', () => {
  const at = (year: number, month: number, day: number, hour = 0, minute = 0): DateFields => ({
    year,
    month,
    day,
    hour,
    minute,
    second: 7,
    ticks: 8,
    zone: 'utc',
  });

  it.each([
    [at(2020, 3, 16), -420, at(2020, 3, 16, 7)],
    [at(2021, 6, 30), 480, at(2021, 6, 29, 16)],
    [at(2021, 1, 1), 1, at(2020, 12, 31, 23, 59)],
    [at(2020, 12, 31, 23, 59), -1, at(2021, 1, 1)],
    [at(2024, 3, 1), 60, at(2024, 2, 29, 23)],
    [at(9999, 12, 31, 23), -60, undefined],
    [at(9999, 12, 31, 22, 59), -60, at(9999, 12, 31, 23, 59)],
    // .NET keeps a time of day, which has no day, on the first one
    [at(1, 1, 1, 8), 540, at(1, 1, 1, 23)],
  ])('%o at %i minutes', (date, offset, expected) => {
    expect(subtractOffset(date, offset)).toEqual(expected);
  });
});
