import type { DateTime } from '../expression/dotnet/dates/instant';
import { toFields } from '../expression/dotnet/dates/instant';
import { dateRange } from './dateRange';
import { isDateText } from './isDateText';

/** Maximum number of remembered results: an extract has few distinct dates, but many people. */
const MAX_KEPT = 10_000;

/** Whether a cell contains a date, and whether that date is past. */
export type Day = 'past' | 'future' | 'no date';

/** Returns a function that decides whether a cell contains a past date. Without `now`, every date counts as past. */
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
  // For a month name in another language, the year is enough
  const day = dateRange([marked])?.earliest ?? /\d{4}/.exec(marked)?.[0] ?? '';
  return day > today ? 'future' : 'past';
}

function isoDay(now: DateTime): string {
  const { year, month, day } = toFields(now);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
