import type { Scenario } from './scenario';

export const lateLog: Scenario = {
  name: 'late-log',
  title: 'Log a Day Late',
  summary: 'Entries can be read a day after processing: waiting must survive a night.',
  description:
    'Entries can be read a day after processing, so you see what a run says meanwhile, and that it is finished the next day.',
  effects: { logLatency: 24 * 3_600_000 },
};
