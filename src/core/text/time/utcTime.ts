/** An ISO 8601 time in UTC in a form that every country can read: `2026-11-28 18:30 UTC`. */
export function utcTime(iso: string): string {
  return utcTimeOf(iso, MINUTES);
}

/** The same with seconds: `2026-11-28 18:30:05 UTC`. */
export function utcTimeWithSeconds(iso: string): string {
  return utcTimeOf(iso, SECONDS);
}

/** Two different times as {@link utcTime}, with as many digits as tell them apart: seconds, or milliseconds. */
export function utcTimesApart(one: string, other: string): readonly [string, string] {
  const length = [MINUTES, SECONDS].find((each) => one.slice(0, each) !== other.slice(0, each)) ?? MILLISECONDS;
  return [utcTimeOf(one, length), utcTimeOf(other, length)];
}

/** Characters of an ISO 8601 time up to its minutes, seconds and milliseconds. */
const [MINUTES, SECONDS, MILLISECONDS] = [16, 19, 23];

function utcTimeOf(iso: string, length: number): string {
  return `${iso.slice(0, length).replace('T', ' ').replace(/Z$/, '')} UTC`;
}
