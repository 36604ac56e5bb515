const NUMERIC = [
  /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/,
  /^\d{1,2}([-/. ])\d{1,2}\1(?:\d{4}|\d{2})$/,
  /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/,
  /^\d{4}年\d{1,2}月\d{1,2}日$/,
];
const NAMED = [
  /^\d{1,2}(?:st|nd|rd|th|\.)?[-/. ]*\p{L}{3,12}\.?[-/., ]*(?:\d{4}|\d{2})$/u,
  /^\p{L}{3,12}\.? \d{1,2},? \d{4}$/u,
];
const TIME = /(?:T|,? +)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/i;

/** Whether a cell contains a date, with or without a time, rather than a status word that a rule could name. */
export function isDateText(cell: string): boolean {
  const day = cell.trim().replace(TIME, '');
  return NUMERIC.some((form) => form.test(day)) || NAMED.some((form) => form.test(day));
}
