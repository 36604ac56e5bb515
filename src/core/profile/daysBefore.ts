import type { DateTime } from '../expression/dotnet/dates/instant';
import { toFields } from '../expression/dotnet/dates/instant';
import { dateRange } from './dateRange';
import { isDateText } from './isDateText';

/** Days that are kept: an extract has few of them, and many people. */
const MAX_KEPT = 10_000;

/** Whether a cell holds a date, and whether that has come. */
export type Day = 'past' | 'future' | 'no date';

/** Decides whether cells contain a date in the past. Without a moment every date is. */
export function daysBefore(now: DateTime | undefined): (cell: string) => Day {
  const today = now === undefined ? '9999-12-31' : isoDay(now);
  const kept = new Map<string, Day>();
  return (cell) => {
    const known = kept.get(cell);
    if (known !== undefined) return known;
    const day = dayOf(cell.trim(), today);
    if (kept.size < MAX_KEPT) kept.set(cell, day);
    return day;
  };
}

function dayOf(text: string, today: string): Day {
  if (!isDateText(text)) return 'no date';
  const marked = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  // Of a month in another language the year is enough
  const day = dateRange([marked])?.earliest ?? /\d{4}/.exec(marked)?.[0] ?? '';
  return day > today ? 'future' : 'past';
}

function isoDay(now: DateTime): string {
  const { year, month, day } = toFields(now);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
