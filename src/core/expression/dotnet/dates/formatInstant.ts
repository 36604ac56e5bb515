import type { DateTime } from './instant';
import { toFields } from './instant';

/**
 * The text of an instant in an expression: `M/d/yyyy h:mm:ss tt`, like `3/16/2020 7:00:00 AM`.
 * Source: the examples of CDate and Now, "Reference for writing expressions for attribute mappings".
 */
export function formatInstant(instant: DateTime): string {
  const { year, month, day, hour, minute, second } = toFields(instant);
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${twoDigits(minute)}:${twoDigits(second)}`;
  return `${month}/${day}/${String(year).padStart(4, '0')} ${time} ${hour < 12 ? 'AM' : 'PM'}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
