import { daysInMonth } from './dates/calendar';
import type { DateInterval } from './dates/dateInterval';
import type { DateTime } from './dates/instant';
import { fromFields, fromTicks, TICKS_OF_DAY, TICKS_OF_SECOND, toFields } from './dates/instant';

/**
 * Moves an instant by whole intervals, back when the value is negative. Years and months end on the last day of the month
 * when the day does not exist there: a month after January 31 is February 28 or 29.
 * Source: .NET, `DateTime.AddMonths` and `AddYears`.
 * @returns `undefined` when that leaves the years 1 to 9999
 */
export function addInterval(interval: DateInterval, value: bigint, instant: DateTime): DateTime | undefined {
  switch (interval) {
    case 'yyyy':
      return addMonths(instant, value * 12n);
    case 'm':
      return addMonths(instant, value);
    case 'ww':
      return fromTicks(instant.ticks + value * 7n * TICKS_OF_DAY);
    case 'd':
      return fromTicks(instant.ticks + value * TICKS_OF_DAY);
    case 'h':
      return fromTicks(instant.ticks + value * 3600n * TICKS_OF_SECOND);
    case 'n':
      return fromTicks(instant.ticks + value * 60n * TICKS_OF_SECOND);
    case 's':
      return fromTicks(instant.ticks + value * TICKS_OF_SECOND);
  }
}

function addMonths(instant: DateTime, months: bigint): DateTime | undefined {
  const fields = toFields(instant);
  const total = BigInt(fields.year * 12 + fields.month - 1) + months;
  if (total < 12n || total >= 120_000n) return undefined;
  const year = Math.floor(Number(total) / 12);
  const month = (Number(total) % 12) + 1;
  return fromFields({ ...fields, year, month, day: Math.min(fields.day, daysInMonth(year, month)) });
}
