/** Maximum wait, 100 years, so that its end can still be shown as a date. */
const MAX_DELAY = 100 * 365 * 86_400_000;

/**
 * How long the service asks us to wait, in milliseconds; `undefined` if it does not ask or the value is invalid, such
 * as a negative number. Supports `Retry-After` in seconds and as an HTTP date (RFC 9110, in all three forms), and the
 * two headers in milliseconds that Azure services send. If a header has several values, the longest wins. `now` is the
 * time of the day in milliseconds since 1970.
 */
export function parseRetryAfter(headers: { get(name: string): string | null }, now: number): number | undefined {
  const wait =
    longest(headers.get('retry-after-ms'), wholeNumber) ??
    longest(headers.get('x-ms-retry-after-ms'), wholeNumber) ??
    longest(headers.get('retry-after'), (text) => inSeconds(text) ?? untilDate(text, now));
  return wait === undefined ? undefined : Math.min(wait, MAX_DELAY);
}

/** The longest value. A repeated header arrives as one, joined by commas; dates contain commas, too. */
function longest(header: string | null, read: (text: string) => number | undefined): number | undefined {
  const values = header?.split(/,(?<!\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,)/i) ?? [];
  const known = values.map((text) => read(text.trim())).filter((wait) => wait !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function inSeconds(text: string): number | undefined {
  const seconds = wholeNumber(text);
  return seconds === undefined ? undefined : seconds * 1000;
}

function wholeNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

const DAY_NAME = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i;

/** Milliseconds until an HTTP date; 0 if it has passed. */
function untilDate(text: string, now: number): number | undefined {
  if (!DAY_NAME.test(text)) return undefined;
  // The oldest of the three forms has no time zone; it is GMT, too
  const date = Date.parse(/ gmt$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
