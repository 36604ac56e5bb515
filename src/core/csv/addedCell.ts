import type { Dialect } from './extractEvent';

/** What spreadsheets take a formula, or a command of theirs, to begin with. Full-width forms are these, too: some systems fold them. */
const FORMULA = /^[=+\-@\t\r\n\0]/;

/** What ends lines and cells, or is not seen, is of no use in a cell that people read. */
const UNREADABLE = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * A text that a spreadsheet shows and does not run: what begins as a formula does gets an apostrophe, which spreadsheets hide.
 * Source: OWASP, CSV Injection.
 */
export function spreadsheetSafe(text: string): string {
  return FORMULA.test(text.slice(0, 1).normalize('NFKC')) ? `'${text}` : text;
}

/** A cell of ours that is added to somebody's table, always quoted, so that every program takes it as text. */
export function addedCell(text: string, { delimiter, quote }: Dialect): string {
  const safe = spreadsheetSafe(text).replace(UNREADABLE, ' ');
  return quote === '' ? withoutSigns(safe, delimiter) : quote + safe.replaceAll(quote, quote + quote) + quote;
}

/** Where nothing is quoted, what separates cells cannot be in one: not even half of it, which the next delimiter would complete. */
function withoutSigns(text: string, delimiter: string): string {
  const stand = delimiter.includes(' ') ? '_' : ' ';
  return Array.from(delimiter).reduce((left, sign) => left.replaceAll(sign, stand), text);
}
