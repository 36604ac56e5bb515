import { utcTime } from '../../core/text/time/utcTime';

/** Formats milliseconds since 1970 as `2026-11-28 14:35 UTC`, rounded up to the minute. */
export function formatUtc(time: number): string {
  const minutes = Math.ceil(time / 60_000) * 60_000;
  return utcTime(new Date(minutes).toISOString());
}
