import type { InputFormat } from '../expression/dotnet/dates/dateFormat';
import { readInputFormat } from '../expression/dotnet/dates/dateFormat';
import { DEFAULT_STYLES } from '../expression/dotnet/dates/dateStyles';
import { parseDateExact } from '../expression/dotnet/dates/parseDate';

/** A .NET format by which texts can be read as dates. */
export interface DateFormatGuess {
  readonly format: string;
  /** How many of the texts it reads. */
  readonly reads: number;
  /** A text that it does not read. Absent when it reads all. */
  readonly unread?: string;
  /**
   * The format that reads just as many with day and month the other way round: only a person can say which is meant.
   */
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

/** Dates of people at work lie between these years; the far end of the calendar stands for "never". */
const isPlausible = (year: number) => (year >= 1900 && year <= 2100) || year === 9999;

/**
 * The formats that read all of the texts, the likelier first; if none does, those that read most of them, and at least
 * half. Read as `FormatDateTime` does without styles.
 */
export function guessDateFormats(values: readonly string[]): readonly DateFormatGuess[] {
  const texts = values.filter((value) => value.trim() !== '');
  const counted = candidatesFor(texts).flatMap((format) => count(format, texts));
  const most = Math.max(...counted.map((guess) => guess.reads));
  if (most * 2 < texts.length) return [];
  const best = withoutSwapped(withoutLooser(counted.filter((guess) => guess.reads === most)));
  return best.map((guess) => {
    // In a date with dots the day comes first: nobody writes the month there
    const other = /^[dM]{1,2}\./.test(guess.format) ? undefined : swapped(guess.format);
    return other !== undefined && other !== guess.format && best.some(({ format }) => format === other)
      ? { ...guess, orElse: other }
      : guess;
  });
}

/** Formats that read one of the first texts; one that is read already tells nothing new. */
function candidatesFor(texts: readonly string[]): readonly string[] {
  const candidates = new Set<string>();
  for (const text of texts.slice(0, 10)) {
    if (!/\d/.test(text) || [...candidates].some((format) => reads(inputFormat(format), text))) continue;
    const time = timeFormat(text);
    const trimmed = text.trim();
    for (const day of DAYS) {
      // Most are out without a closer look; and .NET takes a space of a format for one that may be missing
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

/** Where `dd` reads as many texts as `d`, the one that takes less is meant; likewise a year of four digits. */
function withoutLooser(guesses: readonly DateFormatGuess[]): readonly DateFormatGuess[] {
  const formats = new Set(guesses.map((guess) => guess.format));
  return guesses.filter(({ format }) => {
    const strict = format.replace(/(?<!d)d(?!d)/, 'dd').replace(/(?<!M)M(?!M)/, 'MM');
    return strict === format || !formats.has(strict);
  });
}

/** Without `MM.dd.yyyy` where `dd.MM.yyyy` reads the same. */
function withoutSwapped(guesses: readonly DateFormatGuess[]): readonly DateFormatGuess[] {
  const formats = new Set(guesses.map((guess) => guess.format));
  return guesses.filter(({ format }) => !/^M{1,2}\.d/.test(format) || !formats.has(swapped(format)));
}

/** The same format with day and month exchanged. */
function swapped(format: string): string {
  return format.replace(/^(M{1,2})([^\w]?)(d{1,2})(?=\W?y)|^(d{1,2})([^\w]?)(M{1,2})(?=\W?y)/, (whole) =>
    whole.replace(/[dM]/g, (letter) => (letter === 'd' ? 'M' : 'd')),
  );
}
