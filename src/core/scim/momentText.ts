const DATE = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`T(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?`;
const UNZONED = new RegExp(`^${DATE}(?:${TIME})?$`);
const ZONED = new RegExp(String.raw`^${DATE}${TIME}(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$`);

/**
 * The form of a text that should be an instant: with its offset, as a date and time without an offset, or as a date
 * alone; `undefined` if RFC 7643 (section 2.3.5) does not allow the text as a date.
 */
export function momentForm(text: string): 'moment' | 'date and time' | 'date' | undefined {
  if (UNZONED.test(text)) return text.includes('T') ? 'date and time' : 'date';
  return ZONED.test(text) ? 'moment' : undefined;
}

/** What is wrong with a date in such a form, in the wording that mappings and payloads share. */
export const WITHOUT_ZONE = {
  'date and time': 'a date and time without a time zone',
  date: 'a date without time and time zone',
} as const;
