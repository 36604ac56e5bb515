import type { DateFields } from './calendar';
import { dayOfWeek } from './calendar';
import { DAYS, MONTHS, splitDateFormat } from './dateFormat';

/** Writes a moment in a .NET custom format, invariant culture. A moment without a zone is taken to be UTC. */
export function formatDate(date: DateFields, format: string): string {
  let text = '';
  for (const part of splitDateFormat(format)) {
    if ('literal' in part) text += part.literal;
    else if (part.letter === 'F') text = appendFraction(text, date, part.count);
    else text += field(date, part.letter, part.count);
  }
  return text;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function field(date: DateFields, letter: string, count: number): string {
  switch (letter) {
    case 'y':
      return count <= 2 ? pad(date.year % 100, count) : pad(date.year, count);
    case 'M':
      return name(MONTHS, date.month - 1, count) ?? pad(date.month, count);
    case 'd':
      return name(DAYS, dayOfWeek(date), count) ?? pad(date.day, count);
    case 'H':
      return pad(date.hour, Math.min(count, 2));
    case 'h':
      return pad(date.hour % 12 === 0 ? 12 : date.hour % 12, Math.min(count, 2));
    case 'm':
      return pad(date.minute, Math.min(count, 2));
    case 's':
      return pad(date.second, Math.min(count, 2));
    case 'f':
      return pad(date.ticks, 7).slice(0, count);
    case 't':
      return (date.hour < 12 ? 'AM' : 'PM').slice(0, count === 1 ? 1 : 2);
    case 'z':
      return count === 1 ? '+0' : count === 2 ? '+00' : '+00:00';
    case 'K':
      return date.utc ? 'Z' : '';
    default:
      return '';
  }
}

function name(names: readonly string[], index: number, count: number): string | undefined {
  if (count < 3) return undefined;
  const full = names[index] ?? '';
  return count === 3 ? full.slice(0, 3) : full;
}

/** `F` leaves out trailing zeros, and with nothing left the point before it as well. */
function appendFraction(text: string, date: DateFields, count: number): string {
  const digits = pad(date.ticks, 7).slice(0, count).replace(/0+$/, '');
  return digits === '' && text.endsWith('.') ? text.slice(0, -1) : text + digits;
}
