import { utcTime } from '../core/text/time/utcTime';

/** Formats a time unambiguously for every country: `2026-11-28 18:30 UTC`. */
export function sayTime(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : utcTime(date.toISOString());
}
