import { dayExists, dayOfWeek } from './calendar';
import type { DateTime } from './instant';
import { fromFields, fromTicks, TICKS_OF_DAY, TICKS_OF_SECOND, toFields } from './instant';
import { lexDate } from './parse/dateLexer';
import { DateResult } from './parse/dateResult';
import type { DateState } from './parse/dateStates';
import { isTerminal, nextState } from './parse/dateStates';
import { DateText } from './parse/dateText';
import { readIsoTime } from './parse/isoTime';

/** Maximum length of a text that is read as a date. */
const MAX_LENGTH = 1_000;
const MAX_OFFSET = 14 * 60;
const TICKS_OF_MINUTE = 60n * TICKS_OF_SECOND;

/**
 * Reads a date as `DateTime.Parse` of .NET 8 does with the invariant culture and the styles AdjustToUniversal and
 * AssumeUniversal: an offset is converted, and a text without one is UTC. The month comes before the day when both are
 * numbers. Like .NET it accepts many shapes: `2024-03-05`, `3/5/24`, `05-Mar-2024`, `Tue, 05 Mar 2024 10:00:00 GMT`,
 * `2024.03.05 5 PM +02:00`.
 * @param now where a text without a year or a day takes them from; without it such a text is not a date
 * @returns `undefined` for every other text, a date that does not exist, and one outside of the years 1 to 9999 in UTC
 */
export function parseDateTime(text: string, now?: DateTime): DateTime | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const result = new DateResult(now);
  return readTokens(new DateText(text), result) ? completed(result, now) : undefined;
}

/** Source: .NET 8, `DateTimeParse.TryParse`. */
function readTokens(text: DateText, result: DateResult): boolean {
  let state: DateState = 'BEGIN';
  let isComplete = false;
  for (;;) {
    const token = lexDate(state, text, result);
    if (token === 'wrong') return false;
    if (token === 'skipped') continue;
    if (token === 'isoTime') return (state === 'D_YN' || state === 'D_YNd') && readIsoTime(text, result);
    const next = nextState(state, token);
    if (next === undefined) return false;
    if (isTerminal(next)) {
      if (!result.complete(next)) return false;
      isComplete = true;
      // A date may be followed by a time, and a time by a date
      state = 'BEGIN';
    } else state = next;
    if (token === 'end' || token === 'numberEnd' || token === 'monthEnd') return isComplete;
  }
}

function completed(result: DateResult, now: DateTime | undefined): DateTime | undefined {
  const { half, weekday, fraction, offset = 0 } = result;
  const day = dayOf(result, now);
  const hour = hourOf(result.fields.hour ?? 0, half);
  const { minute = 0, second = 0 } = result.fields;
  if (day === undefined || !dayExists(day) || hour === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59 || Math.abs(offset) > MAX_OFFSET) return undefined;
  const whole = fromFields({ ...day, hour, minute, second, ticks: 0, zone: 'utc' });
  // The fraction of a second can be rounded up to the next second
  const exact = fromTicks(whole.ticks + BigInt(roundToEven(fraction * Number(TICKS_OF_SECOND))));
  if (exact === undefined || (weekday !== undefined && weekday !== dayOfWeek(toFields(exact)))) return undefined;
  const ticks = exact.ticks - BigInt(offset) * TICKS_OF_MINUTE;
  // .NET stores a time without a date on the very first day, which wraps around at midnight
  return fromTicks(ticks < 0n ? ticks + TICKS_OF_DAY : ticks);
}

function dayOf({ fields, hasNoDay }: DateResult, now: DateTime | undefined) {
  const { year, month = 1, day = 1 } = fields;
  if (year !== undefined) return { year, month, day };
  if (now === undefined) return undefined;
  const today = toFields(now);
  return hasNoDay ? today : { year: today.year, month, day };
}

/** The hour with AM or PM applied. PM may follow an hour up to 23, AM one up to 12. */
function hourOf(hour: number, half: 'AM' | 'PM' | undefined): number | undefined {
  if (half === 'AM') return hour > 12 ? undefined : hour % 12;
  return half === 'PM' && hour < 12 ? hour + 12 : hour;
}

/** As .NET rounds: a half goes to the even number. */
function roundToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
