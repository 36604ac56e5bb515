import { refused } from '../message';
import type { Scenario } from './scenario';

/** Enough refusals for a client that gives up after a few in a row, and few enough for one that waits. */
const REFUSED_OF_THREE = 2;

export const throttled: Scenario = {
  name: 'throttled',
  title: 'Throttled (429)',
  summary: 'Two of three uploads are answered 429: sending slows down, nobody is lost.',
  description:
    'Two of three uploads are answered 429 without a Retry-After, so you see how sending slows down and whether every record is still accounted for.',
  effects: {
    fault: ({ operation, ordinal }) =>
      operation === 'upload' && (ordinal - 1) % 3 < REFUSED_OF_THREE
        ? { answer: refused(429, 'TooManyRequests', 'Too many requests in a short time.') }
        : undefined,
  },
};
