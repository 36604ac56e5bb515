import { refused } from '../message';
import type { Scenario } from './scenario';

export const halfFail: Scenario = {
  name: 'half-fail',
  title: 'Half the Requests Fail',
  summary: 'Every second call is answered 500: what is repeated, and what is not.',
  description:
    'Every second call but signing in is answered 500, uploads without being taken in: you see what is repeated, what is not, and what is said of the rest.',
  effects: {
    fault: ({ operation, ordinal }) =>
      operation !== 'token' && ordinal % 2 === 0
        ? { answer: refused(500, 'generalException', 'An unspecified error has occurred.') }
        : undefined,
  },
};
