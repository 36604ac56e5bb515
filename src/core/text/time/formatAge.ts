import { counted } from '../counted';

/**
 * Formats an age as `12 seconds`, `4 minutes` or `24 hours`. Rounds down, because that much time has certainly passed.
 */
export function formatAge(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 120) return counted(seconds, 'second');
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? counted(minutes, 'minute') : counted(Math.floor(minutes / 60), 'hour');
}
