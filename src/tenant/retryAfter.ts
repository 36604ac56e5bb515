/**
 * How long the service asks us to wait, in milliseconds, or `undefined` when it does not say or says nonsense. Knows
 * `Retry-After` in seconds and as an HTTP date, and the two headers in milliseconds that Azure services send.
 * `now` is the time of the day in milliseconds since 1970.
 */
export function parseRetryAfter(headers: { get(name: string): string | null }, now: number): number | undefined {
  const inMs = wholeNumber(headers.get('retry-after-ms')) ?? wholeNumber(headers.get('x-ms-retry-after-ms'));
  if (inMs !== undefined) return inMs;
  const text = headers.get('retry-after');
  const seconds = wholeNumber(text);
  if (seconds !== undefined) return seconds * 1000;
  if (text === null || !/^[A-Za-z]{3}, /.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined;
}
