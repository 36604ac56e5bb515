import type { Dialect } from './extractEvent';

/**
 * Characters at which spreadsheets recognise a formula or a command. Full-width forms count too, because some systems
 * convert them.
 */
const FORMULA = /^[=+\-@\t\r\n\0]/;

/** Characters that end lines or are invisible, which are useless in a cell that people read. */
const UNREADABLE = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * A text that a spreadsheet shows instead of running: an apostrophe, which spreadsheets hide, is put before a text that
 * begins like a formula.
 * Source: OWASP, CSV Injection.
 */
export function spreadsheetSafe(text: string): string {
  return FORMULA.test(text.slice(0, 1).normalize('NFKC')) ? `'${text}` : text;
}

/** A cell that we add to a user's table, always quoted, so that every program reads it as text. */
export function addedCell(text: string, { delimiter, quote }: Dialect): string {
  const safe = spreadsheetSafe(text).replace(UNREADABLE, ' ');
  return quote === '' ? withoutSigns(safe, delimiter) : quote + safe.replaceAll(quote, quote + quote) + quote;
}

/**
 * Replaces the characters of the delimiter. Without quotes a cell must not contain the delimiter, nor a part of it that
 * the next delimiter would complete.
 */
function withoutSigns(text: string, delimiter: string): string {
  const substitute = delimiter.includes(' ') ? '_' : ' ';
  return Array.from(delimiter).reduce((left, sign) => left.replaceAll(sign, substitute), text);
}
