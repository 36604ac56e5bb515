import type { DateInterval } from './dates/dateInterval';
import type { DateTime } from './dates/instant';
import { TICKS_OF_DAY, TICKS_OF_SECOND, toFields } from './dates/instant';

/**
 * The number of intervals between two instants, positive when the second is later. Years and months are calendar years
 * and months, weeks begin on Sundays, and everything else is elapsed time rounded towards zero. This is how VB.NET's
 * `DateDiff` works; no other method gives all the results in the description of DateDiff.
 */
export function diffInterval(interval: DateInterval, from: DateTime, to: DateTime): bigint {
  const elapsed = to.ticks - from.ticks;
  switch (interval) {
    case 'yyyy':
      return BigInt(toFields(to).year - toFields(from).year);
    case 'm':
      return BigInt(monthNumber(to) - monthNumber(from));
    case 'ww':
      return (onSunday(to) - onSunday(from)) / (7n * TICKS_OF_DAY);
    case 'd':
      return elapsed / TICKS_OF_DAY;
    case 'h':
      return elapsed / (3600n * TICKS_OF_SECOND);
    case 'n':
      return elapsed / (60n * TICKS_OF_SECOND);
    case 's':
      return elapsed / TICKS_OF_SECOND;
  }
}

function monthNumber(instant: DateTime): number {
  const { year, month } = toFields(instant);
  return year * 12 + month;
}

/** The ticks of the same time of day on the Sunday that began the week. The first Sunday is before the year 1. */
function onSunday({ ticks }: DateTime): bigint {
  // 0001-01-01 is a Monday
  return ticks - ((ticks / TICKS_OF_DAY + 1n) % 7n) * TICKS_OF_DAY;
}
