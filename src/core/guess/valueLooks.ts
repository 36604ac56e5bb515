import { DEFAULT_STYLES } from '../expression/dotnet/dates/dateStyles';
import { readInputFormat } from '../expression/dotnet/dates/dateFormat';
import { parseDateExact } from '../expression/dotnet/dates/parseDate';
import { COUNTRY_CODES, COUNTRY_NAMES, HONORIFICS, PRIVATE_DOMAINS } from './wordLists';

export const looksLikeEmail = (value: string): boolean => /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@.,;<>]{2,}$/.test(value);
export const looksLikePhone = (value: string): boolean =>
  /^\+?[\d\s()./\-–]{5,25}(?:\s?(?:x|ext\.?|durchwahl)\s?\d+)?$/i.test(value) &&
  (value.match(/\d/g)?.length ?? 0) >= 4 &&
  !isDate(value);
export const looksPrivate = (value: string): boolean => PRIVATE_DOMAINS.test(value.slice(value.indexOf('@') + 1));
export const isCountryCode = (value: string): boolean => COUNTRY_CODES.has(value);
export const isCountryName = (value: string): boolean => COUNTRY_NAMES.has(value.toLowerCase());
export const isHonorific = (value: string): boolean =>
  HONORIFICS.has(value.toLowerCase().replace(/[.,]/g, ' ').trim().replace(/\s+/g, ' '));
export const isLanguageCode = (value: string): boolean =>
  /^[a-z]{2,3}(?:[-_](?:[A-Za-z]{4}[-_])?(?:[A-Z]{2}|\d{3}))?$/.test(value);
export const isTimeZone = (value: string): boolean => /^(?:UTC|[A-Z][A-Za-z]+(?:\/[A-Za-z_+\-0-9]+)+)$/.test(value);
/** Several words, separated by spaces or commas. */
export const hasSeveralWords = (value: string): boolean => /[^\s,][\s\u3000,]+[^\s,]/.test(value);
export const hasLetters = (value: string): boolean => /\p{L}/u.test(value);
export const hasDigits = (value: string): boolean => /\d/.test(value);
/** A value for machines: digits, possibly after a few letters. */
export const looksLikeCode = (value: string): boolean => /^[\p{L}]{0,5}[-_.]?\d[\p{L}\d\-_.]*$/u.test(value);
/** The kinds of a value's characters in order: `AB-1234` and `X-9` have the same pattern. */
export const characterPattern = (value: string): string => value.replace(/\p{L}+/gu, 'A').replace(/\d+/g, '9');

/** Formats in which extracts write dates, the most common first; some swap month and day. */
const DATE_FORMATS = [
  'yyyy-MM-dd',
  'dd.MM.yyyy',
  'd.M.yyyy',
  'MM/dd/yyyy',
  'dd/MM/yyyy',
  'M/d/yyyy',
  'd/M/yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'yyyy/MM/dd',
  'yyyy/M/d',
  'yyyy.MM.dd',
  'yyyyMMdd',
  'dd-MMM-yyyy',
  'd MMM yyyy',
  'MMM d, yyyy',
  'yyyy-MM-ddTHH:mm:ss',
  'yyyy-MM-ddTHH:mm:ssZ',
  'yyyy-MM-dd HH:mm:ss',
  'dd.MM.yyyy HH:mm:ss',
  'M/d/yyyy h:mm:ss tt',
  'yyyy年M月d日',
  'yyyy年MM月dd日',
];

const readers = DATE_FORMATS.flatMap((format) => {
  const read = readInputFormat(format, DEFAULT_STYLES);
  return 'refusal' in read ? [] : [{ format, read: read.format }];
});

function isDate(value: string): boolean {
  return /^\d/.test(value) && readers.some(({ read }) => parseDateExact(value, read, undefined) !== undefined);
}
