import type { Scenario } from './scenario';

export const pausedJob: Scenario = {
  name: 'paused-job',
  title: 'Paused Job',
  summary: 'Uploads pile up, and nothing reaches the log until the job is started.',
  description:
    'Uploads are accepted and pile up, but nothing reaches the log until the job is started, so you see people that were sent and have no result.',
  effects: { job: { kind: 'paused' } },
};
