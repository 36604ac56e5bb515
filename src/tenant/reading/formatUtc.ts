import { utcTime } from '../../core/text/time/utcTime';

/** `2026-11-28 14:35 UTC`, from milliseconds since 1970; never before the time itself. */
export function formatUtc(time: number): string {
  const minutes = Math.ceil(time / 60_000) * 60_000;
  return utcTime(new Date(minutes).toISOString());
}
