import type { InputFormat } from '../expression/dotnet/dates/dateFormat';
import { readInputFormat } from '../expression/dotnet/dates/dateFormat';
import { DEFAULT_STYLES } from '../expression/dotnet/dates/dateStyles';
import { parseDateExact } from '../expression/dotnet/dates/parseDate';

/** A .NET format that reads texts as dates. */
export interface DateFormatGuess {
  readonly format: string;
  /** Number of texts that it reads. */
  readonly reads: number;
  /** A text that it does not read; absent if it reads all. */
  readonly unread?: string;
  /** The format with day and month swapped, if it reads just as many texts: only a person can tell which is right. */
  readonly orElse?: string;
}

/** Day, month and year; `-`, `/`, `.` and a space are literal. */
const DAYS = [
  ...['-', '/', '.'].flatMap((mark) => [`yyyy${mark}MM${mark}dd`, `yyyy${mark}M${mark}d`]),
  'yyyyMMdd',
  ...['.', '/', '-', ' '].flatMap((mark) =>
    ['dd#MM#yyyy', 'd#M#yyyy', 'MM#dd#yyyy', 'M#d#yyyy', 'dd#MM#yy', 'd#M#yy', 'MM#dd#yy', 'M#d#yy'].map((format) =>
      format.replaceAll('#', mark),
    ),
  ),
  'ddMMyyyy',
  'MMddyyyy',
  ...['-', ' ', '.', '/'].flatMap((mark) =>
    ['dd#MMM#yyyy', 'd#MMM#yyyy', 'dd#MMM#yy', 'd#MMM#yy'].map((format) => format.replaceAll('#', mark)),
  ),
  'd MMMM yyyy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
  'yyyy年M月d日',
];

/** The time at the end of a text, with the text before and after it. */
const TIME = /(T|[ ]+)(\d{1,2})(:\d{2})(:\d{2})?(\.\d{1,7})?([ ]?[AaPp][Mm])?([ ]?(?:Z|[+-]\d{2}:?\d{2}))?$/;

/** Dates in HR data lie between these years; the last year of the calendar stands for "never". */
const isPlausible = (year: number) => (year >= 1900 && year <= 2100) || year === 9999;

/**
 * The formats that read all texts, the most likely first; otherwise those that read the most, and at least half. Texts
 * are read as by `FormatDateTime` without styles.
 */
export function guessDateFormats(values: readonly string[]): readonly DateFormatGuess[] {
  const texts = values.filter((value) => value.trim() !== '');
  const counted = candidatesFor(texts).flatMap((format) => count(format, texts));
  const most = Math.max(...counted.map((guess) => guess.reads));
  if (most * 2 < texts.length) return [];
  const best = withoutSwapped(withoutLooser(counted.filter((guess) => guess.reads === most)));
  return best.map((guess) => {
    // In dates with dots the day always comes first
    const other = /^[dM]{1,2}\./.test(guess.format) ? undefined : swapped(guess.format);
    return other !== undefined && other !== guess.format && best.some(({ format }) => format === other)
      ? { ...guess, orElse: other }
      : guess;
  });
}

/** Formats that read one of the first texts. A text that a candidate already reads adds no format. */
function candidatesFor(texts: readonly string[]): readonly string[] {
  const candidates = new Set<string>();
  for (const text of texts.slice(0, 10)) {
    if (!/\d/.test(text) || [...candidates].some((format) => reads(inputFormat(format), text))) continue;
    const time = timeFormat(text);
    const trimmed = text.trim();
    for (const day of DAYS) {
      // The separator rules out most formats cheaply, and .NET lets a space in a format match nothing
      const mark = /[^A-Za-z]/.exec(day)?.[0] ?? '';
      if (!trimmed.includes(mark)) continue;
      const candidate = day + time;
      if (!candidates.has(candidate) && reads(inputFormat(candidate), text)) candidates.add(candidate);
    }
  }
  return [...candidates];
}

function timeFormat(text: string): string {
  const match = TIME.exec(text);
  if (match === null) return '';
  const [, before = '', hours = '', , seconds, fraction, half, zone] = match;
  const letter = half === undefined ? 'H' : 'h';
  return [
    before === 'T' ? 'T' : ' ',
    hours.length === 2 && half === undefined ? letter.repeat(2) : letter,
    ':mm',
    seconds === undefined ? '' : ':ss',
    fraction === undefined ? '' : `.${'f'.repeat(fraction.length - 1)}`,
    half === undefined ? '' : half.startsWith(' ') ? ' tt' : 'tt',
    zone === undefined ? '' : zone.startsWith(' ') ? ' K' : 'K',
  ].join('');
}

function inputFormat(format: string): InputFormat | undefined {
  const read = readInputFormat(format, DEFAULT_STYLES);
  return 'refusal' in read ? undefined : read.format;
}

function reads(format: InputFormat | undefined, text: string): boolean {
  const date = format === undefined ? undefined : parseDateExact(text, format, undefined);
  return date !== undefined && isPlausible(date.year);
}

function count(format: string, texts: readonly string[]): readonly DateFormatGuess[] {
  const input = inputFormat(format);
  const unread = texts.filter((text) => !reads(input, text));
  const guess = { format, reads: texts.length - unread.length };
  return [unread[0] === undefined ? guess : { ...guess, unread: unread[0] }];
}

/** If `dd` reads as many texts as `d`, the stricter one is meant; likewise for a year of four digits. */
function withoutLooser(guesses: readonly DateFormatGuess[]): readonly DateFormatGuess[] {
  const formats = new Set(guesses.map((guess) => guess.format));
  return guesses.filter(({ format }) => {
    const strict = format.replace(/(?<!d)d(?!d)/, 'dd').replace(/(?<!M)M(?!M)/, 'MM');
    return strict === format || !formats.has(strict);
  });
}

/** Removes `MM.dd.yyyy` where `dd.MM.yyyy` reads the same texts. */
function withoutSwapped(guesses: readonly DateFormatGuess[]): readonly DateFormatGuess[] {
  const formats = new Set(guesses.map((guess) => guess.format));
  return guesses.filter(({ format }) => !/^M{1,2}\.d/.test(format) || !formats.has(swapped(format)));
}

/** The same format with day and month swapped. */
function swapped(format: string): string {
  return format.replace(/^(M{1,2})([^\w]?)(d{1,2})(?=\W?y)|^(d{1,2})([^\w]?)(M{1,2})(?=\W?y)/, (whole) =>
    whole.replace(/[dM]/g, (letter) => (letter === 'd' ? 'M' : 'd')),
  );
}
