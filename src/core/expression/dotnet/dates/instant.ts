import type { DateFields } from './calendar';
import { DAYS_OF_ALL_YEARS, dayNumber, dayOfNumber } from './calendar';

/** A moment in time: the value of the date functions. */
export interface DateTime {
  readonly kind: 'dateTime';
  /** 100-nanosecond parts since 0001-01-01T00:00:00 UTC, up to the end of the year 9999. */
  readonly ticks: bigint;
}

export const TICKS_OF_SECOND = 10_000_000n;
export const TICKS_OF_DAY = 864_000_000_000n;
const TICKS_OF_MILLISECOND = 10_000n;
const END_OF_TICKS = BigInt(DAYS_OF_ALL_YEARS) * TICKS_OF_DAY;
/** 1601-01-01, where Windows file times begin. */
const FILE_TIME_START = 504_911_232_000_000_000n;
/** 1970-01-01. */
const UNIX_START = 621_355_968_000_000_000n;

/** `undefined` outside of the years 1 to 9999. */
export function fromTicks(ticks: bigint): DateTime | undefined {
  return ticks >= 0n && ticks < END_OF_TICKS ? { kind: 'dateTime', ticks } : undefined;
}

/** The instant of fields that exist. Fields without a known zone count as UTC. */
export function fromFields(date: DateFields): DateTime {
  // The ticks of a day are a safe integer, so one multiplication of big integers is enough
  const inDay = (date.hour * 3600 + date.minute * 60 + date.second) * 10_000_000 + date.ticks;
  return { kind: 'dateTime', ticks: BigInt(dayNumber(date)) * TICKS_OF_DAY + BigInt(inDay) };
}

/** The fields of an instant, in UTC. */
export function toFields({ ticks }: DateTime): DateFields {
  const { year, month, day } = dayOfNumber(Number(ticks / TICKS_OF_DAY));
  const inDay = Number(ticks % TICKS_OF_DAY);
  const seconds = Math.floor(inDay / 10_000_000);
  return {
    year,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    ticks: inDay % 10_000_000,
    zone: 'utc',
  };
}

/**
 * @param fileTime 100-nanosecond parts since 1601-01-01 UTC, as Active Directory keeps times
 * @returns `undefined` for a negative number and after the year 9999: `9223372036854775807`, "never", is not an instant
 */
export function fromFileTime(fileTime: bigint): DateTime | undefined {
  return fileTime < 0n ? undefined : fromTicks(fileTime + FILE_TIME_START);
}

/** `undefined` before 1601, because file times begin there. */
export function toFileTime({ ticks }: DateTime): bigint | undefined {
  return ticks < FILE_TIME_START ? undefined : ticks - FILE_TIME_START;
}

/**
 * @param milliseconds a whole number of milliseconds since 1970-01-01 UTC, as JavaScript's clock gives it
 * @returns `undefined` outside of the years 1 to 9999, and for a number that is not whole
 */
export function fromUnixMilliseconds(milliseconds: number): DateTime | undefined {
  if (!Number.isSafeInteger(milliseconds)) return undefined;
  return fromTicks(UNIX_START + BigInt(milliseconds) * TICKS_OF_MILLISECOND);
}

/** Milliseconds since 1970-01-01 UTC, negative before; parts of a millisecond are dropped towards the past. */
export function toUnixMilliseconds({ ticks }: DateTime): number {
  // Counts from the year 1 and not from 1970, so that the rounded number is never negative
  return Number(ticks / TICKS_OF_MILLISECOND - UNIX_START / TICKS_OF_MILLISECOND);
}
