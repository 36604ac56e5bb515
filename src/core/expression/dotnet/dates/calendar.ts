/** A day of the proleptic Gregorian calendar: years 1 to 9999, months 1 to 12, days from 1. */
export interface DayFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The fields of a date and time. They are known to be UTC only if `zone` says so. */
export interface DateFields extends DayFields {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** The 100-nanosecond parts of the second. */
  readonly ticks: number;
  /**
   * .NET's `DateTimeKind`: `none` when the text has no zone, `utc` when it says UTC, `local` when it was converted to
   * the time of the machine that runs provisioning. That machine is assumed to be on UTC, so `local` differs only in
   * its text.
   */
  readonly zone: 'none' | 'utc' | 'local';
}

/** Days from 0001-01-01 to 9999-12-31, both included. */
export const DAYS_OF_ALL_YEARS = 3652059;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const DAYS_BEFORE_MONTH_OF_LEAP_YEAR = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366];

function daysBeforeMonth(year: number): readonly number[] {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeapYear ? DAYS_BEFORE_MONTH_OF_LEAP_YEAR : DAYS_BEFORE_MONTH;
}

/** 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  const before = daysBeforeMonth(year);
  const start = before[month - 1];
  const end = before[month];
  return start === undefined || end === undefined ? 0 : end - start;
}

export function dayExists({ year, month, day }: DayFields): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 0001-01-01, of a day that exists. */
export function dayNumber({ year, month, day }: DayFields): number {
  const years = year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + (daysBeforeMonth(year)[month - 1] ?? 0) + day - 1;
}

/**
 * The day a number of days after 0001-01-01.
 * @param number 0 to `DAYS_OF_ALL_YEARS` - 1
 */
export function dayOfNumber(number: number): DayFields {
  const era = Math.floor(number / 146097);
  const inEra = number - era * 146097;
  // The last day of four centuries, or of four years, still belongs to the last of them
  const century = Math.min(3, Math.floor(inEra / 36524));
  const inCentury = inEra - century * 36524;
  const fours = Math.floor(inCentury / 1461);
  const inFours = inCentury - fours * 1461;
  const single = Math.min(3, Math.floor(inFours / 365));
  const year = era * 400 + century * 100 + fours * 4 + single + 1;
  return dayOfYear(year, inFours - single * 365);
}

/** @param inYear days since the first of January */
function dayOfYear(year: number, inYear: number): DayFields {
  const before = daysBeforeMonth(year);
  // No month has more than 32 days, so the month is this one or the next
  let month = Math.floor(inYear / 32) + 1;
  if (inYear >= (before[month] ?? 0)) month++;
  return { year, month, day: inYear - (before[month - 1] ?? 0) + 1 };
}

/** 0 is Sunday. */
export function dayOfWeek(day: DayFields): number {
  return (dayNumber(day) + 1) % 7;
}

const MINUTES_OF_DAY = 1440;

/**
 * Fields at an offset from UTC, converted to UTC; `undefined` outside of the years 1 to 9999. On the very first day
 * it is always defined: .NET stores a time without a date there, which wraps around at midnight.
 * @param offset minutes east of UTC
 */
export function subtractOffset(date: DateFields, offset: number): DateFields | undefined {
  const total = date.hour * 60 + date.minute - offset;
  const shift = Math.floor(total / MINUTES_OF_DAY);
  const inDay = total - shift * MINUTES_OF_DAY;
  if (shift === 0) return moved(date, date, inDay);
  const number = dayNumber(date) + shift;
  return number < DAYS_OF_ALL_YEARS ? moved(date, dayOfNumber(Math.max(number, 0)), inDay) : undefined;
}

/** Spelled out because this runs for every record, and `...` is many times slower. */
function moved(date: DateFields, { year, month, day }: DayFields, minuteOfDay: number): DateFields {
  const { second, ticks, zone } = date;
  return { year, month, day, hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60, second, ticks, zone };
}
