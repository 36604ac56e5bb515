import type { DateFields } from './calendar';
import { dayExists, subtractOffset } from './calendar';
import type { DateTime } from './instant';
import { fromFields } from './instant';
import { skipWhiteSpace, trimTrailing } from '../whiteSpace';

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/;
const MONTH_FIRST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})/;
/** Hour, minute, second, fraction. */
const ISO_TIME = /^T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?/;
/** Hour, minute, second, fraction, half of the day. */
const TIME = /^ +(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?(?: *([AP]M)(?!Z))?/i;
/** Sign, hours, minutes. After a date alone an offset must not look like another part of the date. */
const ZONE_OF_DATE = /^(?: *Z|([+-])(\d{1,2}):(\d\d))$/i;
const ZONE_OF_TIME = /^ *(?:Z|([+-])(\d{1,2})(?::?(\d\d))?)$/i;

/**
 * Reads a date as `DateTime.Parse` does with the invariant culture and the styles AdjustToUniversal and AssumeUniversal: an
 * offset is converted, without one the text is UTC. Of the many texts that .NET takes, these are read: `yyyy-M-d` and
 * `M/d/yyyy` with `-` or `/`, then a time (`T` or a space, hours and minutes, seconds, a fraction, AM or PM), then `Z` or an
 * offset (`+08:00`, `-8`). In all others a wrong guess would be worse than none.
 * @returns `undefined` for every other text, a date that does not exist, and one outside of the years 1 to 9999 in UTC
 */
export function parseDateTime(text: string): DateTime | undefined {
  const trimmed = trimTrailing(text).slice(skipWhiteSpace(text, 0));
  const yearFirst = YEAR_FIRST.exec(trimmed);
  const date = yearFirst ?? MONTH_FIRST.exec(trimmed);
  if (date === null) return undefined;
  const afterDay = trimmed.slice(date[0].length);
  const time = (yearFirst && ISO_TIME.exec(afterDay)) ?? TIME.exec(afterDay);
  const afterTime = afterDay.slice(time?.[0].length ?? 0);
  const zone = (time === null ? ZONE_OF_DATE : ZONE_OF_TIME).exec(afterTime);
  if (afterTime !== '' && zone === null) return undefined;
  const fields = fieldsOf(yearFirst ? [date[1], date[2], date[3]] : [date[3], date[1], date[2]], time);
  const offset = offsetOf(zone);
  const utc = fields && offset !== undefined ? subtractOffset(fields, offset) : undefined;
  return utc && fromFields(utc);
}

/** @param date year, month, day */
function fieldsOf(date: readonly (string | undefined)[], time: RegExpExecArray | null): DateFields | undefined {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const hour = hourOf(Number(time?.[1] ?? 0), time?.[5]?.toUpperCase());
  const minute = Number(time?.[2] ?? 0);
  const second = Number(time?.[3] ?? 0);
  const ticks = Number((time?.[4] ?? '').padEnd(7, '0'));
  if (!dayExists({ year, month, day }) || hour === undefined || minute > 59 || second > 59) return undefined;
  return { year, month, day, hour, minute, second, ticks, zone: 'utc' };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'PM' ? 12 : 0) : undefined;
}

/** Minutes east of UTC, 0 when nothing is said. */
function offsetOf(zone: RegExpExecArray | null): number | undefined {
  const hours = Number(zone?.[2] ?? 0);
  const minutes = Number(zone?.[3] ?? 0);
  const offset = hours * 60 + minutes;
  if (minutes > 59 || offset > 14 * 60) return undefined;
  return zone?.[1] === '-' ? 0 - offset : offset;
}
