import type { DateFields, DayFields } from './calendar';
import { dayExists, dayOfWeek, subtractOffset } from './calendar';
import type { DateStyles } from './dateStyles';
import type { DateTime } from './instant';
import { toFields } from './instant';

/** The parts of a date that a text holds as a number. */
export interface NumberFields {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** The 100-nanosecond parts of the second. */
  ticks?: number;
  /** 0 is Sunday. */
  weekday?: number;
}

/** The parts of a date that have been read so far. */
export interface DateReading extends NumberFields {
  /** Whether the hour goes from 1 to 12. */
  twelveHours: boolean;
  /** Whether the format asks for a year of two digits. */
  twoDigitYear: boolean;
  halfDay?: 'AM' | 'PM';
  /** Minutes east of UTC. */
  offset?: number;
  /** Whether the text says that it is UTC by letters such as GMT. */
  universal: boolean;
}

/** Stores a value; returns `false` if the text already contains a different one. */
export function settle(reading: DateReading, field: keyof NumberFields, value: number): boolean {
  const before = reading[field];
  reading[field] = value;
  return before === undefined || before === value;
}

/**
 * Builds the date from what has been read, as `DateTime.ParseExact` does on a machine that is on UTC.
 * @param now where a text without year, month and day takes them from; without it such a text is not a date
 * @returns `undefined` when there is no such date
 */
export function completeReading(
  reading: DateReading,
  styles: DateStyles,
  now: DateTime | undefined,
): DateFields | undefined {
  const day = dayOf(reading, styles, now);
  const hour = hourOf(reading);
  const { minute = 0, second = 0, ticks = 0, weekday } = reading;
  if (day === undefined || !dayExists(day)) return undefined;
  if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  if (weekday !== undefined && weekday !== dayOfWeek(day)) return undefined;
  const zone = zoneOf(reading, styles);
  // Spelled out because this runs for every record, and `...` is many times slower
  const date: DateFields = { year: day.year, month: day.month, day: day.day, hour, minute, second, ticks, zone };
  return reading.offset === undefined ? date : inUtc(date, reading.offset);
}

function dayOf(reading: DateReading, styles: DateStyles, now: DateTime | undefined): DayFields | undefined {
  const { month, day } = reading;
  if (reading.year === undefined) {
    const isTimeOnly = month === undefined && day === undefined;
    if (isTimeOnly && styles.noCurrentDateDefault) return { year: 1, month: 1, day: 1 };
    if (now === undefined) return undefined;
    const today = toFields(now);
    if (isTimeOnly) return { year: today.year, month: today.month, day: today.day };
    return { year: today.year, month: month ?? 1, day: day ?? 1 };
  }
  return {
    year: reading.twoDigitYear ? fullYear(reading.year) : reading.year,
    month: month ?? 1,
    day: day ?? 1,
  };
}

/**
 * Completes a year of two digits: 00 to 49 are in this century. Source: .NET 8 and Windows, "TwoDigitYearMax default is
 * 2049".
 */
function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits < 50 ? 2000 : 1900);
}

function hourOf({ hour, twelveHours, halfDay }: DateReading): number | undefined {
  if (twelveHours && hour !== undefined) return hour > 12 ? undefined : (hour % 12) + (halfDay === 'PM' ? 12 : 0);
  // An hour in 24-hour format may be followed by AM or PM, with which it must agree
  if (halfDay === 'AM' && hour !== undefined && hour >= 12) return undefined;
  if (halfDay === 'PM' && (hour === undefined || hour < 12)) return undefined;
  return hour ?? 0;
}

/**
 * The zone of a date. A text without an offset keeps its fields, for any assumed zone; one with an offset is converted
 * to UTC, which is the local time.
 */
function zoneOf({ offset, universal }: DateReading, styles: DateStyles): DateFields['zone'] {
  if (offset === undefined && !styles.assumeLocal && !styles.assumeUniversal) return 'none';
  return styles.adjustToUniversal || (styles.roundtripKind && universal) ? 'utc' : 'local';
}

const MAX_OFFSET = 14 * 60;

function inUtc(date: DateFields, offset: number): DateFields | undefined {
  return Math.abs(offset) > MAX_OFFSET ? undefined : subtractOffset(date, offset);
}
