import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../src/tenant/retryAfter';

const NOW = Date.UTC(2026, 10, 30, 8, 0, 0);
const YEARS = 100 * 365 * 86_400_000;

describe('parseRetryAfter', () => {
  it.each<[Record<string, string>, number | undefined]>([
    [{}, undefined],
    [{ 'Retry-After': '10' }, 10_000],
    [{ 'Retry-After': ' 10 ' }, 10_000],
    [{ 'Retry-After': '0' }, 0],
    // Ten years
    [{ 'Retry-After': '315360000' }, 315_360_000_000],
    [{ 'Retry-After': '99999999999' }, YEARS],
    [{ 'Retry-After': '9'.repeat(400) }, YEARS],
    // The three forms of a date; one that is over asks for no wait
    [{ 'Retry-After': 'Mon, 30 Nov 2026 08:00:30 GMT' }, 30_000],
    [{ 'Retry-After': 'Monday, 30-Nov-26 08:00:30 GMT' }, 30_000],
    [{ 'Retry-After': 'Mon Nov 30 08:00:30 2026' }, 30_000],
    [{ 'Retry-After': 'Mon, 30 Nov 2026 07:00:00 GMT' }, 0],
    [{ 'Retry-After': 'Sat, 30 Nov 2126 08:00:00 GMT' }, YEARS],
    // Nonsense is as good as nothing
    [{ 'Retry-After': '' }, undefined],
    [{ 'Retry-After': '-5' }, undefined],
    [{ 'Retry-After': '+5' }, undefined],
    [{ 'Retry-After': '1.5' }, undefined],
    [{ 'Retry-After': '1e9' }, undefined],
    [{ 'Retry-After': '0x10' }, undefined],
    [{ 'Retry-After': 'soon' }, undefined],
    [{ 'Retry-After': 'Infinity' }, undefined],
    [{ 'Retry-After': 'Mon, soon' }, undefined],
    [{ 'Retry-After': '2026-11-30' }, undefined],
    // Sent twice
    [{ 'Retry-After': '5, 90' }, 90_000],
    [{ 'Retry-After': '5, soon' }, 5000],
    [{ 'Retry-After': 'Mon, 30 Nov 2026 08:00:30 GMT, 10' }, 30_000],
    [{ 'Retry-After': 'Mon, 30 Nov 2026 08:00:30 GMT, Mon, 30 Nov 2026 08:00:40 GMT' }, 40_000],
    // In milliseconds, which is the more exact where both are there
    [{ 'retry-after-ms': '250', 'Retry-After': '10' }, 250],
    [{ 'x-ms-retry-after-ms': '300' }, 300],
    [{ 'retry-after-ms': '-1', 'Retry-After': '10' }, 10_000],
  ])('%j: %s', (headers, expected) => {
    expect(parseRetryAfter(new Headers(headers), NOW)).toBe(expected);
  });
});
