import type { Dialect } from './extractEvent';

/** What begins a formula or a command in spreadsheets, including full-width forms, which some systems convert. */
const FORMULA = /^[=+\-@\t\r\n\0]/;

/** Characters that end lines and cells or are invisible are useless in a cell that people read. */
const UNREADABLE = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * A text that a spreadsheet shows and does not run: a text that begins like a formula gets an apostrophe,
 * which spreadsheets hide.
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
 * Without quotes a cell cannot contain the delimiter, not even a part that the next delimiter would
 * complete.
 */
function withoutSigns(text: string, delimiter: string): string {
  const stand = delimiter.includes(' ') ? '_' : ' ';
  return Array.from(delimiter).reduce((left, sign) => left.replaceAll(sign, stand), text);
}
