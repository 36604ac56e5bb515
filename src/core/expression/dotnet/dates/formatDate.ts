import type { DateFields } from './calendar';
import { dayOfWeek } from './calendar';
import type { OutputFormat } from './dateFormat';
import { DAYS, ERA, MONTHS, dateNameAt } from './dateNames';
import type { FieldLetter } from '../formatPart';

/** The text that `K` writes for a zone. */
const ZONE_TEXTS: Readonly<Record<DateFields['zone'], string>> = { none: '', utc: 'Z', local: '+00:00' };

/** Writes a moment in a format, as `DateTime.ToString` does with the invariant culture on a machine that is on UTC. */
export function formatDate(date: DateFields, format: OutputFormat): string {
  let text = '';
  for (const part of format.parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.letter === 'F') text = appendFraction(text, date, part.count);
    else text += formatField(date, part.letter, part.count);
  }
  return text;
}

function formatField(date: DateFields, letter: Exclude<FieldLetter, 'F'>, count: number): string {
  switch (letter) {
    case 'y':
      return pad(count <= 2 ? date.year % 100 : date.year, count);
    case 'M':
      return count >= 3 ? dateNameAt(MONTHS, date.month - 1, count) : pad(date.month, count);
    case 'd':
      return count >= 3 ? dateNameAt(DAYS, dayOfWeek(date), count) : pad(date.day, count);
    case 'H':
      return pad(date.hour, Math.min(count, 2));
    case 'g':
      return ERA;
    case 'h':
      return pad(date.hour % 12 === 0 ? 12 : date.hour % 12, Math.min(count, 2));
    case 'm':
      return pad(date.minute, Math.min(count, 2));
    case 's':
      return pad(date.second, Math.min(count, 2));
    case 'f':
      return pad(date.ticks, 7).slice(0, count);
    case 't':
      return (date.hour < 12 ? 'AM' : 'PM').slice(0, count);
    case 'z':
      return count === 1 ? '+0' : count === 2 ? '+00' : '+00:00';
    case 'K':
      return ZONE_TEXTS[date.zone];
  }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** `F` omits trailing zeros, and the point before it if no digit remains. */
function appendFraction(text: string, date: DateFields, count: number): string {
  const digits = pad(date.ticks, 7).slice(0, count).replace(/0+$/, '');
  return digits === '' && text.endsWith('.') ? text.slice(0, -1) : text + digits;
}
