import type { Scenario } from './scenario';

export const lateLog: Scenario = {
  name: 'late-log',
  title: 'Log a Day Late',
  summary: 'Entries can be read a day after processing: a run has to wait overnight.',
  description:
    'Entries can be read a day after processing, so you see what a run shows meanwhile, and how it completes the next day.',
  effects: { logLatency: 24 * 3_600_000 },
};
