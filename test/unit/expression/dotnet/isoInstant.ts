import type { DateTime } from '../../../../src/core/expression/dotnet/dates/instant';
import { fromUnixMilliseconds } from '../../../../src/core/expression/dotnet/dates/instant';

/** The instant of an ISO text, by JavaScript's own calendar. It knows milliseconds only. */
export function isoInstant(text: string): DateTime {
  const instant = fromUnixMilliseconds(Date.parse(text));
  if (instant === undefined) throw new Error(`${text} is not an instant`);
  return instant;
}

/** An instant as an ISO text with all of its seven decimal places, or what is there instead of it. */
export function isoText(instant: DateTime | undefined): string | undefined {
  if (instant === undefined) return undefined;
  const milliseconds = Number(instant.ticks / 10_000n - 62_135_596_800_000n);
  const rest = String(instant.ticks % 10_000n).padStart(4, '0');
  return new Date(milliseconds)
    .toISOString()
    .replace('Z', `${rest}Z`)
    .replace(/\.?0+Z$/, 'Z');
}
