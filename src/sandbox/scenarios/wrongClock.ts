import type { Scenario } from './scenario';

export const wrongClock: Scenario = {
  name: 'wrong-clock',
  title: 'Clock Wrong by an Hour',
  summary: 'This machine is an hour ahead: entries bear times before the sending.',
  description:
    'The clock of this machine is an hour ahead of the service’s: entries bear times before the sending, and are found all the same, by the service’s own clock.',
  effects: { clockOffset: -3_600_000 },
};
