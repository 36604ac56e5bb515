import type { Scenario } from './scenario';

export const takenNames: Scenario = {
  name: 'taken-names',
  title: 'Sign-in Names Taken',
  summary: 'Every third newcomer fails, because the sign-in name belongs to somebody else.',
  description:
    'The sign-in name of every third newcomer already belongs to somebody else: these fail, the others are created, and failed records are retried.',
  effects: { takenNames: 3 },
};
