import { refused } from '../message';
import type { Scenario } from './scenario';

export const halfFail: Scenario = {
  name: 'half-fail',
  title: 'Half the Requests Fail',
  summary: 'Every second call is answered 500: shows what is retried, and what is not.',
  description:
    'Every second call except sign-in is answered 500, and such uploads are not accepted: you see what is retried, what is not, and how the rest is reported.',
  effects: {
    fault: ({ operation, ordinal }) =>
      operation !== 'token' && ordinal % 2 === 0
        ? { answer: refused(500, 'generalException', 'An unspecified error has occurred.') }
        : undefined,
  },
};
