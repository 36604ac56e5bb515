import { DAYS, ERA, MONTHS, dateNameAt } from './dateNames';
import type { DateReading, NumberFields } from './dateReading';
import { settle } from './dateReading';
import type { FieldLetter } from '../formatPart';

/**
 * Reads the text at `at` for the letters of a format; returns the index after it, or `undefined` when the text does not
 * match.
 */
export function readDateField(
  text: string,
  at: number,
  letter: FieldLetter,
  count: number,
  reading: DateReading,
): number | undefined {
  switch (letter) {
    case 'y':
      reading.twoDigitYear ||= count <= 2;
      return readNumber(text, at, count, 'year', reading);
    case 'M':
      return count >= 3
        ? readName(text, at, MONTHS, count, (index) => settle(reading, 'month', index + 1))
        : readNumber(text, at, count, 'month', reading);
    case 'd':
      return count >= 3
        ? readName(text, at, DAYS, count, (index) => settle(reading, 'weekday', index))
        : readNumber(text, at, count, 'day', reading);
    case 'g':
      return text.slice(at, at + ERA.length).toUpperCase() === ERA ? at + ERA.length : undefined;
    case 'h':
      reading.twelveHours = true;
      return readNumber(text, at, Math.min(count, 2), 'hour', reading);
    case 'H':
      return readNumber(text, at, Math.min(count, 2), 'hour', reading);
    case 'm':
      return readNumber(text, at, Math.min(count, 2), 'minute', reading);
    case 's':
      return readNumber(text, at, Math.min(count, 2), 'second', reading);
    case 'f':
      return readFraction(text, at, count, count, reading);
    case 'F':
      return readFraction(text, at, 0, count, reading);
    case 't':
      return readHalfDay(text, at, count, reading);
    case 'z':
      return readOffset(text, at, count, reading);
    case 'K':
      return readZone(text, at, reading);
  }
}

/** `Z` in a format: the text says Z or GMT, in any case, and no letter follows. */
export function readUniversal(text: string, at: number, reading: DateReading): number | undefined {
  const length = /^(?:GMT|Z)(?!\p{L})/iu.exec(text.slice(at, at + 4))?.[0].length;
  if (length === undefined || !takeOffset(0, reading)) return undefined;
  reading.universal = true;
  return at + length;
}

/** The end of the ASCII digits from `at` on, up to a maximum. */
function endOfDigits(text: string, at: number, most: number): number {
  let end = at;
  while (end < at + most && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end;
}

/** A single letter reads one or two digits, several letters read exactly as many digits. */
function readNumber(
  text: string,
  at: number,
  count: number,
  field: keyof NumberFields,
  reading: DateReading,
): number | undefined {
  const end = endOfDigits(text, at, count === 1 ? 2 : count);
  if (end - at < count) return undefined;
  return settle(reading, field, Number(text.slice(at, end))) ? end : undefined;
}

function readName(
  text: string,
  at: number,
  names: readonly string[],
  count: number,
  take: (index: number) => boolean,
): number | undefined {
  const start = text.slice(at, at + 3).toLowerCase();
  const index = names.findIndex((name) => name.slice(0, 3).toLowerCase() === start);
  const name = dateNameAt(names, index, count);
  if (index < 0 || text.slice(at, at + name.length).toLowerCase() !== name.toLowerCase()) return undefined;
  return take(index) ? at + name.length : undefined;
}

function readFraction(text: string, at: number, least: number, most: number, reading: DateReading): number | undefined {
  const end = endOfDigits(text, at, most);
  if (end - at < least) return undefined;
  return settle(reading, 'ticks', Number(text.slice(at, end).padEnd(7, '0'))) ? end : undefined;
}

/** A single `t` reads only a capital letter, as .NET compares it differently from `tt`. */
function readHalfDay(text: string, at: number, count: number, reading: DateReading): number | undefined {
  const letters = count === 1 ? text.charAt(at) : text.slice(at, at + 2).toUpperCase();
  const halfDay = (['AM', 'PM'] as const).find((mark) => mark.slice(0, count) === letters);
  if (halfDay === undefined || (reading.halfDay !== undefined && reading.halfDay !== halfDay)) return undefined;
  reading.halfDay = halfDay;
  return at + letters.length;
}

const OFFSETS = [
  /^([+-])([0-9]{1,2})/,
  /^([+-])([0-9]{2})/,
  // A digit followed by another digit is never the whole hour
  /^([+-])([0-9]{2}|[0-9](?![0-9])):?([0-9]{2})/,
] as const;

/** `z` reads hours of one or two digits, `zz` hours of two, `zzz` hours and minutes; the colon is optional in .NET. */
function readOffset(text: string, at: number, count: number, reading: DateReading): number | undefined {
  const pattern = count === 1 ? OFFSETS[0] : count === 2 ? OFFSETS[1] : OFFSETS[2];
  const match = pattern.exec(text.slice(at, at + 6));
  if (match === null) return undefined;
  const [whole, sign, hours, minutes = '0'] = match;
  if (Number(minutes) > 59) return undefined;
  const offset = Number(hours) * 60 + Number(minutes);
  return takeOffset(sign === '-' ? 0 - offset : offset, reading) ? at + whole.length : undefined;
}

/** `K` reads Z, an offset or nothing. */
function readZone(text: string, at: number, reading: DateReading): number | undefined {
  const unit = text.charAt(at);
  if (unit === 'Z') {
    reading.universal = true;
    return takeOffset(0, reading) ? at + 1 : undefined;
  }
  return unit === '+' || unit === '-' ? readOffset(text, at, 3, reading) : at;
}

function takeOffset(offset: number, reading: DateReading): boolean {
  const before = reading.offset;
  reading.offset = offset;
  return before === undefined || before === offset;
}
