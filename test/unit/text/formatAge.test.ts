import { expect, it } from 'vitest';
import { formatAge } from '../../../src/core/text/time/formatAge';

it.each([
  [-1, '0 seconds'],
  [1999, '1 second'],
  [119_999, '119 seconds'],
  [120_000, '2 minutes'],
  [40 * 60_000, '40 minutes'],
  [7_199_999, '119 minutes'],
  [7_200_000, '2 hours'],
  [86_400_999, '24 hours'],
])('%d milliseconds are %s, rounded down', (milliseconds, words) => {
  expect(formatAge(milliseconds)).toBe(words);
});
