import { DAYS, MONTHS } from '../dateNames';

/** The meaning of a word or sign at the start of a part of a date. */
export type RegularWord =
  | { readonly kind: 'half'; readonly half: 'AM' | 'PM' }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'zone' | 'era' | 'ignored' };

export type DateSuffix = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** The meaning of a word or sign after a number or a month. `dateOrOffset` is a hyphen. */
export type Separator =
  'end' | 'space' | 'AM' | 'PM' | 'date' | 'time' | 'dateOrOffset' | 'timeMark' | { readonly suffix: DateSuffix };

type Words<Word> = readonly (readonly [string, Word])[];

function names<Word>(all: readonly string[], meaning: (index: number) => Word): Words<Word> {
  return all.flatMap((name, index): [string, Word][] => [
    [name.toLowerCase(), meaning(index)],
    [name.slice(0, 3).toLowerCase(), meaning(index)],
  ]);
}

/**
 * In lower case, longer words before their own prefixes. Months and days have only full and short names: .NET reads
 * `Sep` but not `Sept`. Source: .NET, `DateTimeFormatInfo.CreateTokenHashTable` for the invariant culture.
 */
export const REGULAR_WORDS: Words<RegularWord> = [
  ...names<RegularWord>(MONTHS, (index) => ({ kind: 'month', month: index + 1 })),
  ...names<RegularWord>(DAYS, (index) => ({ kind: 'weekday', weekday: index })),
  ['am', { kind: 'half', half: 'AM' }],
  ['pm', { kind: 'half', half: 'PM' }],
  ['gmt', { kind: 'zone' }],
  ['z', { kind: 'zone' }],
  ['a.d.', { kind: 'era' }],
  [',', { kind: 'ignored' }],
  ['.', { kind: 'ignored' }],
];

/** The same order. The signs of Chinese, Japanese and Korean for the parts of a date are read in every culture. */
export const SEPARATORS: Words<Separator> = [
  ['am', 'AM'],
  ['pm', 'PM'],
  ['t', 'timeMark'],
  ['/', 'date'],
  ['-', 'dateOrOffset'],
  [':', 'time'],
  ...suffixes('year', '年년'),
  ...suffixes('month', '月월'),
  ...suffixes('day', '日일'),
  ...suffixes('hour', '時时'),
  ...suffixes('minute', '分'),
  ...suffixes('second', '秒'),
];

function suffixes(suffix: DateSuffix, signs: string): Words<Separator> {
  return Array.from(signs).map((sign) => [sign, { suffix }]);
}
