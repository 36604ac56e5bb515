/** Formats an ISO 8601 time in UTC unambiguously for every country: `2026-11-28 18:30 UTC`. */
export function utcTime(iso: string): string {
  return utcTimeOf(iso, MINUTES);
}

/** Like {@link utcTime}, with seconds: `2026-11-28 18:30:05 UTC`. */
export function utcTimeWithSeconds(iso: string): string {
  return utcTimeOf(iso, SECONDS);
}

/** Two different times as in {@link utcTime}, with seconds or milliseconds if they are needed to distinguish them. */
export function utcTimesApart(one: string, other: string): readonly [string, string] {
  const length = [MINUTES, SECONDS].find((each) => one.slice(0, each) !== other.slice(0, each)) ?? MILLISECONDS;
  return [utcTimeOf(one, length), utcTimeOf(other, length)];
}

/** Characters of an ISO 8601 time up to its minutes, seconds and milliseconds. */
const [MINUTES, SECONDS, MILLISECONDS] = [16, 19, 23];

function utcTimeOf(iso: string, length: number): string {
  return `${iso.slice(0, length).replace('T', ' ').replace(/Z$/, '')} UTC`;
}
