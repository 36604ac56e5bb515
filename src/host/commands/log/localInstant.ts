import { parseInstant } from '../../../core/logs/instant';

/** The form of a time in this machine's zone, as an example. */
export const LOCAL_TIME = '2026-11-23 08:00';

/** Milliseconds since 1970 of a time in this machine's zone, or of one that names its own zone. A day alone means its beginning. */
export function localInstant(text: string): number | undefined {
  const own = parseInstant(text.trim());
  if (own !== undefined) return own;
  const [, year, month, day, hour = '0', minute = '0'] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d))?$/.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const time = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  // For example, 31 February does not exist
  const isReal = time.getMonth() === Number(month) - 1 && time.getDate() === Number(day) && Number(hour) < 24;
  return isReal && Number(minute) < 60 ? time.getTime() : undefined;
}
