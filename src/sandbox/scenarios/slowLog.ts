import type { Scenario } from './scenario';

export const slowLog: Scenario = {
  name: 'slow-log',
  title: 'Slow Log',
  summary: 'Entries can be read ten minutes after processing, the documented upper end.',
  description:
    'Entries can be read ten minutes after processing, the documented upper end, so you see how waiting for results behaves.',
  effects: { logLatency: 10 * 60_000 },
};
