/** A moment as its fields, in the proleptic Gregorian calendar. `ticks` are the 100-nanosecond parts of the second. */
export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ticks: number;
  /** Whether the fields are known to be UTC: the text said so by `Z` or an offset. */
  readonly utc: boolean;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Days since 0001-01-01. */
function dayNumber(year: number, month: number, day: number): number {
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let m = 1; m < month; m++) days += daysInMonth(year, m);
  return days + day - 1;
}

/** 0 is Sunday. */
export function dayOfWeek({ year, month, day }: DateFields): number {
  return (dayNumber(year, month, day) + 1) % 7;
}

/** The fields moved by whole minutes; `undefined` when that leaves the years 1 to 9999, which .NET can hold. */
export function addMinutes(date: DateFields, minutes: number): DateFields | undefined {
  const total = date.hour * 60 + date.minute + minutes;
  const inDay = ((total % 1440) + 1440) % 1440;
  let { year, month, day } = date;
  for (let shift = Math.floor(total / 1440); shift !== 0;) {
    const step = Math.sign(shift);
    day += step;
    if (day < 1 || day > daysInMonth(year, month)) {
      month += step;
      if (month < 1 || month > 12) {
        year += step;
        month = step > 0 ? 1 : 12;
      }
      day = step > 0 ? 1 : daysInMonth(year, month);
    }
    shift -= step;
  }
  if (year < 1 || year > 9999) return undefined;
  return { ...date, year, month, day, hour: Math.floor(inDay / 60), minute: inDay % 60 };
}
