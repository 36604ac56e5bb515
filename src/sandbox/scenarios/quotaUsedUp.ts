import { refused } from '../message';
import type { Scenario } from './scenario';

const UPLOADS_LEFT = 3;
const DAY = 24 * 3_600_000;

export const quotaUsedUp: Scenario = {
  name: 'quota-used-up',
  title: 'Daily Quota Used Up',
  summary: 'Three more uploads, then 429 for a day: a run stops in the middle.',
  description:
    'The quota has room for three more uploads, then every upload is answered 429 for 24 hours: you see a run stop in the middle, and what is left of it.',
  effects: {
    fault: ({ operation, ordinal, elapsed }) =>
      operation === 'upload' && ordinal > UPLOADS_LEFT && elapsed < DAY
        ? { answer: refused(429, 'TooManyRequests', 'The daily quota of the tenant is used up.') }
        : undefined,
  },
};
