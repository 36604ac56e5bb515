import { readInputFormat } from '../expression/dotnet/dates/dateFormat';
import { DEFAULT_STYLES } from '../expression/dotnet/dates/dateStyles';
import { parseDateExact } from '../expression/dotnet/dates/parseDate';
import { guessDateFormats } from './dateFormats';

/** The format of a column of dates, and its earliest and latest day. */
export interface DateRange {
  /** A .NET format that reads every value. */
  readonly format: string;
  /** The format with day and month swapped, if it reads every value, too. */
  readonly orElse?: string;
  /** `yyyy-MM-dd`, as read by `format`. */
  readonly earliest: string;
  readonly latest: string;
}

/** Number of values that are enough to find the format. */
const SAMPLED = 300;

/** The range of dates; `undefined` unless one format reads every value. Values of only digits count as numbers. */
export function dateRange(values: readonly string[]): DateRange | undefined {
  const [first] = values;
  if (first === undefined || !/\d/.test(first) || /^\d+$/.test(first)) return undefined;
  // Any value may be the one that tells day from month, so every candidate is tested with all values
  const ranges = guessDateFormats(values.slice(0, SAMPLED)).flatMap(({ format, unread, orElse }) => {
    const range = unread === undefined ? rangeBy(format, values) : undefined;
    return range === undefined ? [] : [{ ...range, orElse }];
  });
  const [best, ...others] = ranges;
  if (best === undefined) return undefined;
  const { orElse, ...range } = best;
  return others.some(({ format }) => format === orElse) && orElse !== undefined ? { ...range, orElse } : range;
}

function rangeBy(format: string, values: readonly string[]): DateRange | undefined {
  const input = readInputFormat(format, DEFAULT_STYLES);
  if ('refusal' in input) return undefined;
  let [earliest, latest] = ['', ''];
  for (const value of values) {
    const date = parseDateExact(value, input.format, undefined);
    if (date === undefined) return undefined;
    const day = `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
    if (earliest === '' || day < earliest) earliest = day;
    if (day > latest) latest = day;
  }
  return { format, earliest, latest };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
