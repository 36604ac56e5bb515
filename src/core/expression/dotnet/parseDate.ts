import type { DateFields } from './calendar';
import { addMinutes, dayOfWeek, daysInMonth } from './calendar';
import { DAYS, MONTHS, splitDateFormat } from './dateFormat';

/** What has been read so far. Months and days start at 1; a year is always needed. */
interface Reading {
  year?: number;
  month: number;
  day: number;
  hour: number;
  halfDay?: 'AM' | 'PM';
  twelveHours: boolean;
  minute: number;
  second: number;
  ticks: number;
  weekday?: number;
  offset?: number;
}

/**
 * Reads a text that has exactly the given .NET custom format, as `DateTime.ParseExact` does with the invariant culture
 * and the styles that provisioning uses (white space at both ends is passed over). A text with an offset is converted to
 * UTC. `undefined` when the text does not fit or the date does not exist.
 */
export function parseDateExact(text: string, format: string): DateFields | undefined {
  const trimmed = text.trim();
  const reading: Reading = { month: 1, day: 1, hour: 0, twelveHours: false, minute: 0, second: 0, ticks: 0 };
  let at = 0;
  for (const part of splitDateFormat(format.trim())) {
    const next =
      'literal' in part
        ? readLiteral(trimmed, at, part.literal, reading)
        : readField(trimmed, at, part.letter, part.count, reading);
    if (next === undefined) return undefined;
    at = next;
  }
  return at === trimmed.length ? complete(reading) : undefined;
}

function complete(reading: Reading): DateFields | undefined {
  const { year, month, day, minute, second, ticks } = reading;
  const hour = hourOf(reading);
  if (year === undefined || year < 1 || hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  const date: DateFields = { year, month, day, hour, minute, second, ticks, utc: reading.offset !== undefined };
  if (reading.weekday !== undefined && reading.weekday !== dayOfWeek(date)) return undefined;
  return reading.offset === undefined ? date : addMinutes(date, -reading.offset);
}

function hourOf({ hour, twelveHours, halfDay }: Reading): number | undefined {
  if (twelveHours && (hour < 1 || hour > 12)) return undefined;
  if (halfDay === undefined) return twelveHours && hour === 12 ? 0 : hour;
  if (!twelveHours) return hour < 12 === (halfDay === 'AM') ? hour : undefined;
  return (hour % 12) + (halfDay === 'PM' ? 12 : 0);
}

function readLiteral(text: string, at: number, literal: string, reading: Reading): number | undefined {
  if (!text.startsWith(literal, at)) return undefined;
  if (literal === 'Z') reading.offset = 0;
  return at + literal.length;
}

type NumberField = 'month' | 'day' | 'hour' | 'minute' | 'second';
const NUMBER_FIELDS: Readonly<Record<string, NumberField>> = {
  M: 'month',
  d: 'day',
  H: 'hour',
  h: 'hour',
  m: 'minute',
  s: 'second',
};

function readField(text: string, at: number, letter: string, count: number, reading: Reading): number | undefined {
  if (letter === 'y') return readYear(text, at, count, reading);
  if (letter === 'M' && count >= 3) return readName(text, at, MONTHS, count, (index) => (reading.month = index + 1));
  if (letter === 'd' && count >= 3) return readName(text, at, DAYS, count, (index) => (reading.weekday = index));
  const field = NUMBER_FIELDS[letter];
  if (field !== undefined) {
    if (letter === 'h') reading.twelveHours = true;
    return readNumber(text, at, count === 1 ? 1 : 2, 2, (value) => (reading[field] = value));
  }
  if (letter === 'f') return readFraction(text, at, count, count, reading);
  if (letter === 'F') return readFraction(text, at, 0, count, reading);
  if (letter === 't') return readHalfDay(text, at, count, reading);
  return readOffset(text, at, letter, count, reading);
}

function readNumber(
  text: string,
  at: number,
  least: number,
  most: number,
  take: (value: number) => void,
): number | undefined {
  let end = at;
  while (end < at + most && /[0-9]/.test(text.charAt(end))) end++;
  if (end - at < least) return undefined;
  take(Number(text.slice(at, end)));
  return end;
}

function readYear(text: string, at: number, count: number, reading: Reading): number | undefined {
  // Two digits: 00 to 49 are this century, as in .NET's invariant calendar (TwoDigitYearMax 2049)
  if (count <= 2) return readNumber(text, at, count, 2, (value) => (reading.year = value + (value < 50 ? 2000 : 1900)));
  return readNumber(text, at, count, Math.max(count, 4), (value) => (reading.year = value));
}

function readName(
  text: string,
  at: number,
  names: readonly string[],
  count: number,
  take: (index: number) => void,
): number | undefined {
  const lower = text.slice(at).toLowerCase();
  for (const [index, full] of names.entries()) {
    const name = count === 3 ? full.slice(0, 3) : full;
    if (lower.startsWith(name.toLowerCase())) {
      take(index);
      return at + name.length;
    }
  }
  return undefined;
}

function readFraction(text: string, at: number, least: number, most: number, reading: Reading): number | undefined {
  let end = at;
  while (end < at + most && /[0-9]/.test(text.charAt(end))) end++;
  if (end - at < least) return undefined;
  reading.ticks = Number(text.slice(at, end).padEnd(7, '0').slice(0, 7));
  return end;
}

function readHalfDay(text: string, at: number, count: number, reading: Reading): number | undefined {
  const letters = text.slice(at, at + (count === 1 ? 1 : 2)).toUpperCase();
  if (!'AM'.startsWith(letters) && !'PM'.startsWith(letters)) return undefined;
  if (letters.length !== (count === 1 ? 1 : 2)) return undefined;
  reading.halfDay = letters.startsWith('A') ? 'AM' : 'PM';
  return at + letters.length;
}

/** `K` takes Z, an offset or nothing; `z`, `zz` hours; `zzz` hours and minutes. */
function readOffset(text: string, at: number, letter: string, count: number, reading: Reading): number | undefined {
  if (letter === 'K' && text.startsWith('Z', at)) {
    reading.offset = 0;
    return at + 1;
  }
  const pattern =
    letter === 'K' || count >= 3
      ? /^([+-])([0-9]{2}):([0-9]{2})/
      : count === 2
        ? /^([+-])([0-9]{2})/
        : /^([+-])([0-9]{1,2})/;
  const match = pattern.exec(text.slice(at));
  if (match === null) return letter === 'K' ? at : undefined;
  const [whole, sign, hours, minutes = '0'] = match;
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
  reading.offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return at + whole.length;
}
