import { expect, it } from 'vitest';
import { formatDuration } from '../../../src/core/text/time/formatDuration';

it.each([
  [0, '1 second'],
  [1_001, '2 seconds'],
  [99_000, '99 seconds'],
  [99_001, '2 minutes'],
  [99 * 60_000, '99 minutes'],
  [100 * 60_000, '1.7 hours'],
  [9_000_000, '2.5 hours'],
])('%d milliseconds are %s, rounded up', (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words);
});
