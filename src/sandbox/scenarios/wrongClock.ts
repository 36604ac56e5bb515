import type { Scenario } from './scenario';

export const wrongClock: Scenario = {
  name: 'wrong-clock',
  title: 'Clock Wrong by an Hour',
  summary: 'This machine is an hour ahead: entries have times before sending started.',
  description:
    'The clock of this machine is an hour ahead of the service’s: entries have times before sending started, and are still found, by the service’s own clock.',
  effects: { clockOffset: -3_600_000 },
};
