import { counted } from '../counted';

/** Formats a duration as `12 seconds`, `4 minutes` or `2.5 hours`, rounded up. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 100) return counted(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? counted(minutes, 'minute') : `${(Math.ceil(minutes / 6) / 10).toFixed(1)} hours`;
}
